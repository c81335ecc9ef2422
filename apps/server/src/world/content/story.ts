import type { Level } from '@deskhand/contract'
import type { DeskCode, WaitReason } from '../shapes.ts'

/** Who does something so many working minutes after the last step; `who` is the mailbox. */
export type Step = { after: number; who: string } & (
  | { does: 'say' | 'note' | 'ask' | 'answer'; text: string }
  | { does: 'take' | 'start' }
  | { does: 'give'; to: string }
  | { does: 'wait'; text: string; reason: WaitReason; days: number }
)

/** A request told by hand. */
export type Story = {
  desk: DeskCode
  /** How many requests of its desk came in after it. */
  back: number
  requester: string
  type: string
  impact: Level
  urgency: Level
  tags: readonly string[]
  summary: string
  description: string
  steps: readonly Step[]
}

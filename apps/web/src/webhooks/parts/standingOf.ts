import type { Webhook } from '@deskhand/contract'
import { webhookWords as words } from '../words.ts'

/** How a webhook fares, in a word. */
export function standingOf({ isActive, stoppedReason, failingSince }: Webhook): {
  word: string
  isBad: boolean
} {
  if (stoppedReason) return { word: words.stopped, isBad: true }
  if (!isActive) return { word: words.off, isBad: false }
  return failingSince ? { word: words.failing, isBad: true } : { word: words.on, isBad: false }
}

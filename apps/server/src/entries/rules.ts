import { entryWindow } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import { type Belonging, isSupervisor, type Refusal } from '../requests/rules.ts'
import { words } from '../requests/words.ts'

export type EntryFacts = {
  activityType: string
  authorId: string | null
  isInternal: boolean
  createdAt: Date
  withdrawnAt: Date | null
}

/** Why this person may not correct or withdraw this entry now, or null. A supervisor may withdraw what others wrote. */
export function refusalTo(
  act: 'correct' | 'withdraw',
  actor: Pick<Actor, 'id' | 'isAdmin' | 'desks'>,
  entry: EntryFacts,
  request: Belonging,
  now: Date,
): Refusal | null {
  const refuse = (code: Refusal['code'], sentence: string): Refusal => ({ code, sentence })
  if (entry.activityType !== 'COMMENT') return refuse('state', words.notSaid)
  const leads = act === 'withdraw' && isSupervisor(actor, request)
  if (entry.authorId !== actor.id && !leads) return refuse('forbidden', words.notYourEntry)
  if (entry.withdrawnAt) return refuse('state', words.withdrawnAlready)
  const isLate = now.getTime() - entry.createdAt.getTime() > entryWindow
  return isLate && !leads ? refuse('state', words.tooLate) : null
}

import type { Refusal } from '../requests/rules.ts'
import { isOpen, isReopenable, isStaff, type Person, type Standing } from '../requests/rules.ts'
import { words } from './words.ts'

/** The facts of a request that decide whether it can be merged. */
export type Mergeable = Standing & { id: string; referenceNumber: string; accessIncludesDesk: boolean }

/** Who may read a confidential request beside its requester and its desk. */
export type Lists = ReadonlyMap<string, readonly string[]>

const state = (sentence: string): Refusal => ({ code: 'state', sentence })

/** Why `source` cannot be merged into `target` by this person now, or null. */
export function whyNotMerge(
  actor: Person,
  source: Mergeable,
  target: Mergeable,
  lists: Lists,
  now: Date,
): Refusal | null {
  if (source.id === target.id) return state(words.itself)
  for (const one of [target, source]) {
    if (!isStaff(actor, one)) return { code: 'forbidden', sentence: words.onlyDesk(one.referenceNumber) }
    if (one.deletedAt) return state(words.trashed(one.referenceNumber))
  }
  if (target.mergedIntoId) return state(words.targetMerged(target.referenceNumber))
  const isAlive = (isOpen(target) && !target.closedAt) || isReopenable(target, now)
  if (!isAlive) return state(words.targetClosed(target.referenceNumber))
  const { referenceNumber: ref } = source
  if (source.mergedIntoId) return state(words.merged(ref))
  if (!isOpen(source)) return state(words.settled(ref))
  if (source.status === 'IN_REVIEW' && source.reviewKind === 'APPROVAL')
    return state(words.awaitsApproval(ref))
  if (source.openMandatoryTasks.length > 0) return state(words.openTasks(ref))
  if (source.serviceDeskId !== target.serviceDeskId) return state(words.otherDesk(ref))
  return haveSameReaders(source, target, lists) ? null : state(words.otherReaders(ref))
}

/** Confidential ones merge only where everybody who may read one may read the other. */
function haveSameReaders(source: Mergeable, target: Mergeable, lists: Lists): boolean {
  if (!source.isConfidential && !target.isConfidential) return true
  const listOf = ({ id }: Mergeable) => [...(lists.get(id) ?? [])].sort().join()
  return (
    source.isConfidential === target.isConfidential &&
    source.requesterId === target.requesterId &&
    source.accessIncludesDesk === target.accessIncludesDesk &&
    listOf(source) === listOf(target)
  )
}

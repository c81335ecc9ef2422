import { Request } from '@deskhand/contract'
import { useSyncExternalStore } from 'react'

export type FieldConflict = { field: string; mine: unknown; theirs: unknown }
export type Conflict = {
  reference: string
  version: number
  /** Who saved it last, where one knows. */
  byId: string | null
  current: Request
  fields: FieldConflict[]
  takeMine: () => void
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What somebody else changed, before it is said what one can do about it. */
export type Found = Pick<Conflict, 'version' | 'byId' | 'current' | 'fields'>

/**
 * Fields that somebody else changed to something else since one saw them; none where the other change was to other
 * fields. Null where nobody can tell.
 */
export function conflictOf(
  before: unknown,
  mine: Partial<Request>,
  current: unknown,
  meId: string,
): Found | null {
  const seen = Request.safeParse(before)
  const now = Request.safeParse(current)
  if (!seen.success || !now.success) return null
  const fields = Object.entries(mine).flatMap(([field, value]): FieldConflict[] => {
    const theirs: unknown = Reflect.get(now.data, field)
    const was: unknown = Reflect.get(seen.data, field)
    // One's own last message may have been on its way when one began.
    if (field === 'snippet' && now.data.updatedById === meId) return []
    return isSame(theirs, was) || isSame(theirs, value) ? [] : [{ field, mine: value, theirs }]
  })
  return { version: now.data.version, byId: now.data.updatedById, current: now.data, fields }
}

let shown: Conflict | null = null
const watchers = new Set<() => void>()

export function showConflict(conflict: Conflict | null) {
  shown = conflict
  for (const watcher of watchers) watcher()
}

export const useConflict = (reference: string) =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => (shown?.reference === reference ? shown : null),
  )

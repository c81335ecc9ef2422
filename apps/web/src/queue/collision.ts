import type { Activity } from '@deskhand/contract'

/**
 * What others wrote or moved since one began to write, newest last: what one should see before one sends. Assignments,
 * tags and files are not worth stopping for.
 */
export function arrivedSince(entries: readonly Activity[], began: string | null, meId: string): Activity[] {
  if (began === null) return []
  return entries.filter(
    ({ createdAt, authorId, activityType, withdrawnAt }) =>
      createdAt > began &&
      authorId !== meId &&
      withdrawnAt === null &&
      (activityType === 'COMMENT' || activityType === 'STATUS_CHANGE'),
  )
}

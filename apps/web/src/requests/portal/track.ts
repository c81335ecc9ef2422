import type { Activity, Request } from '@deskhand/contract'
import { requestWords as words } from './words.ts'

export type TrackStop = { words: string; state: 'done' | 'now' | 'ahead'; at?: string | null }

type Told = Pick<
  Request,
  'status' | 'reviewKind' | 'createdAt' | 'resolvedAt' | 'assignedToId' | 'resolutionCode' | 'closedAt'
>
type Entry = Pick<Activity, 'activityType' | 'metadata' | 'createdAt'>

/** When it first came to one of these states, as far as its timeline is loaded. */
const reached = (entries: readonly Entry[], ...states: string[]) =>
  entries.find(
    ({ activityType, metadata }) =>
      activityType === 'STATUS_CHANGE' && states.includes(String(metadata['to'])),
  )?.createdAt ?? null

const earliest = (...times: (string | null | undefined)[]) =>
  times.filter((time) => typeof time === 'string').sort()[0] ?? null

/** Four points from asking to done, with what is known of when. */
export function trackOf(request: Told, entries: readonly Entry[]): TrackStop[] {
  const { status, reviewKind, createdAt, resolvedAt, assignedToId, resolutionCode, closedAt } = request
  const wasApproved = status === 'APPROVED' || reached(entries, 'APPROVED') !== null
  const awaitsApproval = status === 'IN_REVIEW' && reviewKind === 'APPROVAL'
  const isWithdrawn = resolutionCode === 'WITHDRAWN'
  const isOver = status === 'RESOLVED' || status === 'REJECTED'
  const begunAt = reached(entries, 'IN_PROGRESS', 'WAITING')
  const isBegun = status === 'IN_PROGRESS' || status === 'WAITING' || begunAt !== null
  const givenAt = entries.find(({ activityType }) => activityType === 'ASSIGNMENT')?.createdAt
  const takenAt = reached(entries, 'APPROVED') ?? earliest(givenAt, reached(entries, 'IN_REVIEW'), begunAt)
  const isTaken = isBegun || isOver || status !== 'SUBMITTED' || assignedToId !== null || takenAt !== null
  const end = isWithdrawn
    ? words.ends.CANCELLED
    : status === 'REJECTED'
      ? words.ends.REJECTED
      : words.stops.done
  const endedAt = status === 'REJECTED' ? reached(entries.toReversed(), 'REJECTED') : resolvedAt

  // The furthest point that was reached is where it stands now.
  const at = isOver ? 3 : isBegun ? 2 : isTaken ? 1 : 0
  const stops: [string, string | null][] = [
    [words.stops.received, createdAt],
    [
      awaitsApproval ? words.stops.approval : wasApproved ? words.stops.approved : words.stops.taken,
      awaitsApproval ? reached(entries.toReversed(), 'IN_REVIEW') : takenAt,
    ],
    [words.stops.progress, begunAt],
    [end, isOver ? endedAt : null],
  ]
  return stops.map(([stop, reachedAt], index) => ({
    words: stop,
    state: index < at || closedAt ? 'done' : index === at ? 'now' : 'ahead',
    at: index <= at ? reachedAt : null,
  }))
}

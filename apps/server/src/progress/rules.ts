import type { Party, RequestState } from '@deskhand/contract'
import { secondsBetween } from '../platform/clock/seconds.ts'

/** A move of a request as its timeline tells it; `isClosing` where it was closed instead of moved. */
export type Move = {
  at: Date
  to: RequestState | null
  waitReason: string | null
  reviewKind: string | null
  isClosing: boolean
}

/** A half-open stretch in one party's hands, in epoch milliseconds. */
export type Span = { party: Party; status: RequestState; from: number; until: number }

const waitsFor: Record<string, Party> = {
  VENDOR: 'SUPPLIER',
  PART: 'SUPPLIER',
  DELIVERY: 'CARRIER',
  APPOINTMENT: 'REQUESTER',
}

/** In whose hands a request is. What waits for a date, a change or an unnamed reason stays the desk's. */
export function partyOf(status: RequestState, { waitReason, reviewKind }: Partial<Move> = {}): Party {
  switch (status) {
    case 'SUBMITTED':
    case 'APPROVED':
    case 'IN_PROGRESS':
      return 'DESK'
    case 'IN_REVIEW':
      return reviewKind === 'APPROVAL' ? 'APPROVER' : 'DESK'
    case 'ACTION_REQUIRED':
    case 'RESOLVED':
      return 'REQUESTER'
    case 'WAITING':
      return waitsFor[waitReason ?? ''] ?? 'DESK'
    case 'REJECTED':
      return 'NOBODY'
  }
}

/** The life of a request from `createdAt` to `until`, without gap or overlap; neighbours of one party are one. */
export function spansOf(createdAt: Date, moves: readonly Move[], until: Date): Span[] {
  const spans: Span[] = []
  let open: Span = { party: 'DESK', status: 'SUBMITTED', from: createdAt.getTime(), until: until.getTime() }
  for (const move of moves) {
    const status = move.to ?? open.status
    const party = move.isClosing ? 'NOBODY' : partyOf(status, move)
    // Clocks of several processes may differ by a little; time never runs back in here.
    const at = Math.min(Math.max(move.at.getTime(), open.from), until.getTime())
    if (party === open.party) {
      open = { ...open, status }
    } else {
      if (at > open.from) spans.push({ ...open, until: at })
      open = { party, status, from: at, until: until.getTime() }
    }
  }
  return open.until > open.from || spans.length === 0 ? [...spans, open] : spans
}

/** Whole seconds in each party's hands. What is cut off one is given to the next, so that the sum is the age. */
export function heldBy(spans: readonly Span[]): { party: Party; seconds: number }[] {
  const sums = new Map<Party, number>()
  for (const { party, from, until } of spans)
    sums.set(party, (sums.get(party) ?? 0) + secondsBetween(from, until))
  return [...sums].map(([party, seconds]) => ({ party, seconds })).filter(({ seconds }) => seconds > 0)
}

/** From so few nothing is learnt. */
export const leastSamples = 20
const steps = 100
/** Of what takes longer than so many of a hundred before it, nothing can be said. */
const known = 0.97

/** The curve of durations (seconds): the shortest, 99 between, the longest. `durations` is not empty. */
export function curveOf(durations: readonly number[]): number[] {
  const sorted = durations.toSorted((one, other) => one - other)
  return Array.from({ length: steps + 1 }, (_, step) => Math.round(at(sorted, step / steps)))
}

/**
 * When, in seconds after its beginning, half and nine tenths of those were done that had taken as long as
 * this one has. Null when it takes longer than nearly all.
 */
export function expectedAfter(
  curve: readonly number[],
  elapsed: number,
): { likely: number; latest: number } | null {
  const gone = shareBelow(curve, elapsed)
  if (gone >= known) return null
  const among = (share: number) => Math.max(elapsed, at(curve, gone + share * (1 - gone)))
  return { likely: among(0.5), latest: among(0.9) }
}

/** The value at this share (0 to 1) of a sorted list, between two of its members where it falls there. */
function at(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}

function shareBelow(curve: readonly number[], value: number): number {
  const above = curve.findIndex((one) => one > value)
  if (above === 0) return 0
  if (above === -1) return 1
  const low = curve[above - 1] ?? 0
  const high = curve[above] ?? low
  return (above - 1 + (value - low) / (high - low)) / steps
}

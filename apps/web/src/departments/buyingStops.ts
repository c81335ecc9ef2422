import type { Approval, Request } from '@deskhand/contract'
import type { TrackStop } from '../requests/portal/track.ts'
import { buyingWords as words } from './words.ts'

type Told = Pick<Request, 'status' | 'resolutionCode' | 'assignee' | 'assignedTeam' | 'deskName'>
type Round = Pick<Approval, 'status' | 'endedAt'>

const bought = ['ORDERED', 'SHIPPED', 'DELIVERED']

/**
 * From yes to arrival, and in whose hands it is; null where nothing is bought any more: it was declined, taken back, or
 * solved in another way.
 */
export function buyingStops(
  { status, resolutionCode, assignee, assignedTeam, deskName }: Told,
  latest: Round | null,
  procurement: string | null,
): { stops: TrackStop[]; sentence: string } | null {
  const isOrdered = procurement !== null && bought.includes(procurement)
  const isOver = status === 'RESOLVED' || status === 'REJECTED'
  if (status === 'REJECTED' || resolutionCode === 'WITHDRAWN' || (isOver && !isOrdered)) return null
  const isAsked = latest?.status === 'PENDING' || status === 'SUBMITTED' || status === 'IN_REVIEW'
  const at = isOrdered
    ? procurement === 'DELIVERED'
      ? 3
      : 2
    : isAsked && latest?.status !== 'APPROVED'
      ? 0
      : 1
  const isAgreed = latest?.status === 'APPROVED'
  const first = at === 0 ? words.stops.asked : isAgreed ? words.stops.approved : words.stops.checked
  const names = [first, words.stops.buying, words.stops.ordered, words.stops.delivered]
  const holder = assignee?.name ?? assignedTeam ?? deskName
  return {
    stops: names.map((name, index) => ({
      words: name,
      state: index < at || procurement === 'DELIVERED' ? 'done' : index === at ? 'now' : 'ahead',
      at: index === 0 && isAgreed ? latest.endedAt : null,
    })),
    sentence:
      at === 0
        ? words.later(deskName)
        : at === 1
          ? words.buying(holder, assignee === null)
          : at === 2
            ? words.ordered(holder)
            : words.delivered,
  }
}

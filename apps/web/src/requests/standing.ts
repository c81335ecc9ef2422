import type { RequestRow } from '@deskhand/contract'
import { dayInSentence } from '../ui/time.ts'
import { timeWords } from '../ui/words.ts'
import { waitWords, standingWords as words } from './words.ts'

type Told = Pick<
  RequestRow,
  | 'status'
  | 'resolutionCode'
  | 'resolvedAt'
  | 'closedAt'
  | 'assignee'
  | 'assignedTeam'
  | 'waitReason'
  | 'waitUntil'
  | 'waitFor'
  | 'slaDueAt'
  | 'sla'
> &
  Partial<Pick<RequestRow, 'awaits' | 'stateWord'>>

type Names = {
  /** The desk's own name: "IT support". */
  desk: string
  /** `first` in lists, where the line is short. */
  person: 'first' | 'full'
}

/** How a request stands, as its requester reads it: "Ana Ruiz is on it.", behind the company's own words. */
export function standing(request: Told, names: Names, now: Date): string {
  const own = request.stateWord ? words.own(request.stateWord) : null
  return [own, ours(request, names, now)].filter(Boolean).join(' ')
}

function ours(request: Told, names: Names, now: Date): string {
  const { assignee, assignedTeam, closedAt, waitReason, waitUntil, waitFor } = request
  const person = names.person === 'first' ? assignee?.name.split(' ')[0] : assignee?.name
  const who = person ?? assignedTeam ?? names.desk
  const day = (at: string) => dayInSentence(new Date(at), now)
  if (request.resolutionCode === 'WITHDRAWN') return words.withdrawn(day(request.resolvedAt ?? ''))
  if (closedAt) return words.closed(day(closedAt))
  switch (request.status) {
    case 'SUBMITTED':
      return assignee ? words.submitted(who) : words.untaken(who)
    case 'IN_REVIEW': {
      const [first, ...others] = request.awaits ?? []
      return first ? words.awaits(first.name, others.length, day(first.since)) : words.review(who)
    }
    case 'ACTION_REQUIRED':
      return words.needsYou(who)
    case 'APPROVED':
      return words.approved(who)
    case 'IN_PROGRESS':
      return words.progress(who)
    case 'WAITING': {
      const what = waitFor ?? waitWords[waitReason ?? 'OTHER']
      return waitUntil ? words.waitingUntil(what, day(waitUntil)) : words.waiting(what)
    }
    case 'RESOLVED':
      return words.solved(who)
    case 'REJECTED':
      return words.rejected
  }
}

/** "It should be done by Thursday.", while that is still ahead and somebody is to do it. */
export function plannedFor({ status, sla, slaDueAt, closedAt }: Told, now: Date): string | null {
  const dueAt = sla ? sla.resolutionDueAt : slaDueAt
  const isInHand = status === 'SUBMITTED' || status === 'IN_REVIEW' || status === 'IN_PROGRESS'
  if (closedAt || !dueAt || !isInHand || new Date(dueAt) < now) return null
  const day = dayInSentence(new Date(dueAt), now)
  return day === timeWords.todayInSentence ? words.plannedToday : words.planned(day)
}

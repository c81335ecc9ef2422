import { about, addActivities, type Entry, type RequestRecord } from '../requests/access.ts'
import { moveBySystem } from '../requests/commands/move.ts'
import { setReviewKind } from '../requests/commands/setReviewKind.ts'
import { aboutWith, namesOf, type Terms, type Work } from './access.ts'
import type { News } from './advance.ts'
import type { Round } from './round.ts'
import { words } from './words.ts'

/** Tells the log and the timeline what came of a round: who was asked, whose vote went where, who is missing. */
export async function publish(
  { tx, record }: Work,
  request: RequestRecord,
  round: Round,
  { asked, passedOn, stuck }: News,
): Promise<void> {
  const approvalId = round.id
  const entries: Entry[] = []
  const ids = [
    ...asked.map(({ personId }) => personId),
    ...passedOn.flatMap(({ from, to }) => [from.personId, to.personId]),
  ]
  const names = ids.length > 0 ? await namesOf(tx, ids) : new Map<string, string>()
  const name = (id: string) => names.get(id) ?? ''
  if (asked.length > 0) {
    const personIds = asked.map(({ personId }) => personId)
    record('approval.asked', aboutWith(request, personIds), {
      approvalId,
      voteIds: asked.map(({ id }) => id),
      personIds,
    })
    entries.push(system(words.asked(personIds.map(name)), 'approval_asked', approvalId))
  }
  for (const { from, to } of passedOn) {
    const why = to.passedOn ?? 'DELEGATED'
    record('approval.passed_on', aboutWith(request, [from.personId, to.personId]), {
      approvalId,
      voteId: to.id,
      fromId: from.personId,
      toId: to.personId,
      why,
    })
    const line = { ABSENT: words.standsIn, DELEGATED: words.handedOver, EXPIRED: words.escalated }[why]
    entries.push(system(line(name(from.personId), name(to.personId)), 'approval_passed_on', approvalId))
  }
  for (const { reason } of stuck) {
    record('approval.stuck', about(request), { approvalId, reason: reason ?? '' })
    entries.push(system(words.stuck(reason ?? ''), 'approval_stuck', approvalId))
  }
  await addLines({ tx, record }, request, entries)
}

export const system = (message: string, event: string, approvalId: string): Entry => ({
  activityType: 'SYSTEM',
  message,
  metadata: { event, approvalId },
})

export async function addLines(
  { tx }: Work,
  request: RequestRecord,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return
  const lines = entries.map((entry) => ({ request, entry }))
  await addActivities(tx, null, lines).written
}

/** The round is over: the log hears how. */
export function publishEnd({ record }: Work, request: RequestRecord, round: Round): void {
  record('approval.ended', about(request), {
    approvalId: round.id,
    outcome: round.status,
    reason: round.endReason,
  })
}

/** Holds a request back while its round runs. One that waits for its requester stays there and comes back to it. */
export async function hold(work: Work, request: RequestRecord): Promise<RequestRecord> {
  if (request.status === 'IN_REVIEW' || request.status === 'ACTION_REQUIRED')
    return setReviewKind(work, request, 'APPROVAL')
  const ask = { to: 'IN_REVIEW', reviewKind: 'APPROVAL' } as const
  const [held] = await moveBySystem(work, [request], ask)
  return held ?? request
}

/**
 * Lets a request go on that everybody agreed to. Where the desk asked the requester something, the answer comes
 * first; a question of an approver who need not decide any more is dropped.
 */
export async function letGo(
  work: Work,
  request: RequestRecord,
  terms: Pick<Terms, 'resolves'>,
  isOwnQuestion = false,
): Promise<void> {
  const waits = request.status === 'IN_REVIEW' || (request.status === 'ACTION_REQUIRED' && isOwnQuestion)
  if (!waits || request.reviewKind !== 'APPROVAL') return
  const approved = await moveBySystem(work, [request], { to: 'APPROVED' })
  // What the desk must still do for it keeps it from being resolved by this way too.
  if (!terms.resolves || request.openMandatoryTasks.length > 0) return
  await moveBySystem(work, approved, {
    to: 'RESOLVED',
    resolutionCode: 'FULFILLED',
    resolutionText: words.resolved,
  })
}

/** Gives a request back to the desk that no approval holds any more. */
export async function giveBack(work: Work, request: RequestRecord): Promise<RequestRecord> {
  return request.reviewKind === 'APPROVAL' ? setReviewKind(work, request, 'TRIAGE') : request
}

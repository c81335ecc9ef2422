import { activePolicies, type PolicyRecord, policyFor, policyVersion } from '../approval-policies/access.ts'
import type { Sample } from '../approval-policies/rules.ts'
import { definitionOf } from '../forms/queries/definition.ts'
import {
  afterBusinessTime,
  type BusinessCalendar,
  businessTimeBetween,
} from '../platform/clock/businessTime.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { about, type RequestRecord } from '../requests/access.ts'
import { moveBySystem } from '../requests/commands/move.ts'
import { aboutWith, hoursOf, sampleOf, type Terms, type Work } from './access.ts'
import { begin } from './begin.ts'
import { boundOf, changesOf, isStill } from './fingerprint.ts'
import { endRound, type Round, sayIn, type Vote, votesOf } from './round.ts'
import { addLines, giveBack, hold, letGo, publishEnd, system } from './settle.ts'
import { readRound, writeRound, writeSight } from './storeRound.ts'
import { fieldWords, words } from './words.ts'

/** What happened to the request: it is new, what is asked for may have changed, its words did, or it only moved. */
export type Cause = 'created' | 'changed' | 'reworded' | 'moved'

/**
 * Brings the approval of a locked request in line with the request as it is now. It asks what is there, not what
 * happened, so it can run again and in any order.
 */
export async function keepUp(work: Work, request: RequestRecord, cause: Cause): Promise<void> {
  const round = await readRound(work.tx, { requestId: request.id })
  if (request.status === 'RESOLVED' || request.status === 'REJECTED') {
    if (round?.status === 'PENDING') await cancel(work, request, round, reasonOf(request))
    return
  }
  if (!round && cause === 'moved') return
  // Other words void what was agreed to by them; where nobody is asked or has agreed, they begin nothing.
  if (cause === 'reworded' && round?.status !== 'PENDING' && round?.status !== 'APPROVED') return
  if (!round || round.status === 'CANCELLED' || round.status === 'EXPIRED') {
    // What the desk stopped is asked anew when work begins, or when something else is asked for; what an undo brought
    // back to its approval, at once.
    const isInReview = request.status === 'IN_REVIEW' || request.status === 'ACTION_REQUIRED'
    const isAtRest = round && isInReview && request.reviewKind !== 'APPROVAL'
    if (isAtRest && cause !== 'changed') return
    return start(work, request, round, cause)
  }
  if (round.status === 'REJECTED' || round.status === 'VOID') return start(work, request, round, cause)

  const terms = (await policyVersion(work.tx, round.policyId, round.policyVersion)).definition
  if (!isStill(round.bound, boundOf(request, terms), terms.tolerancePercent)) {
    return round.status === 'PENDING'
      ? restart(work, request, round, terms)
      : revoke(work, request, round, terms)
  }
  if (round.status === 'APPROVED') return letGo(work, request, terms)
  await resume(work, request, round)
  await hold(work, request)
}

function reasonOf({ status, resolutionCode }: RequestRecord): string {
  if (status === 'REJECTED') return words.reasons.rejected
  return resolutionCode === 'WITHDRAWN' ? words.reasons.withdrawn : words.reasons.settled
}

/** Ends a running round; the open votes do not count any more, and who had them loses the sight of it. */
export async function cancel(
  work: Work,
  request: RequestRecord,
  round: Round,
  reason: string,
  comment: string | null = null,
): Promise<void> {
  endRound(round, 'CANCELLED', clock.now(), reason, comment)
  await writeRound(work.tx, round)
  publishEnd(work, request, round)
  await writeSight(work.tx, round)
}

/** Begins a round where a policy wants one. */
async function start(work: Work, request: RequestRecord, before: Round | null, cause: Cause): Promise<void> {
  const sample = await sampleOf(work.tx, request)
  const { policy, isKnown } = await policyFor(work.tx, sample)
  if (policy) {
    await begin(work, { request, policy, sample, before })
    return
  }
  if (before) await giveBack(work, request)
  if (cause === 'created' && request.status === 'SUBMITTED' && (await needsApproval(work, request))) {
    await moveBySystem(work, [request], { to: 'IN_REVIEW', reviewKind: 'TRIAGE' })
    if (!isKnown) work.record('approval.stuck', about(request), { approvalId: null, reason: words.noPolicy })
  }
}

async function needsApproval({ tx }: Work, { companyId, requestTypeId }: RequestRecord): Promise<boolean> {
  const [type] = await tx.query<{ requiresApproval: boolean }>(
    'select requires_approval as "requiresApproval" from app.request_types where company_id = $1 and id = $2',
    [companyId, requestTypeId],
  )
  return type?.requiresApproval ?? false
}

/** What was asked changed before everybody had answered: it is asked anew, where it still needs to be. */
async function restart(work: Work, request: RequestRecord, round: Round, terms: Binding): Promise<void> {
  const people = [...sayIn(votesOf(round))]
  await cancel(work, request, round, words.reasons.changed)
  const sample = await sampleOf(work.tx, request)
  const { policy, isAsked } = await policyAgain(work, sample, round)
  const fields = fieldsChanged(request, round, terms)
  const line = words.voided(await namedOnForm(work.tx, request, fields))
  if (!policy) {
    await addLines(work, request, [system(words.needless, 'approval_voided', round.id)])
    await giveBack(work, request)
    tellChanged(work, request, round, people, fields, null)
    return
  }
  await addLines(work, request, [system(line, 'approval_voided', round.id)])
  const nextId = await begin(work, { request, policy, sample, before: round, isAsked })
  tellChanged(work, request, round, people, fields, nextId)
}

/** What was agreed to changed beyond the tolerance: the agreement is void, and it goes back to be asked. */
async function revoke(work: Work, request: RequestRecord, round: Round, terms: Binding): Promise<void> {
  const sample = await sampleOf(work.tx, request)
  const { policy, isAsked } = await policyAgain(work, sample, round)
  // Less than what needs anybody's leave: nobody is to be asked, and what was said stands.
  if (!policy) return
  const people = [...sayIn(votesOf(round))]
  const fields = fieldsChanged(request, round, terms)
  const line = words.voided(await namedOnForm(work.tx, request, fields))
  round.status = 'VOID'
  round.endReason = words.reasons.changed
  await writeRound(work.tx, round)
  await addLines(work, request, [system(line, 'approval_voided', round.id)])
  const nextId = await begin(work, { request, policy, sample, before: round, isAsked })
  tellChanged(work, request, round, people, fields, nextId)
}

/** Who is to be asked now: by the policy that fits by itself, or by the one that a rule had asked for. */
async function policyAgain(
  { tx }: Work,
  sample: Sample,
  round: Round,
): Promise<{ policy: PolicyRecord | null; isAsked: boolean }> {
  const { policy } = await policyFor(tx, sample)
  if (policy || !round.isAsked) return { policy, isAsked: false }
  const asked = (await activePolicies(tx)).find(({ id }) => id === round.policyId)
  return { policy: asked ?? null, isAsked: true }
}

type Binding = Pick<Terms, 'boundTo'>

const fieldsChanged = (request: RequestRecord, round: Round, terms: Binding): string[] =>
  changesOf(round.bound, boundOf(request, terms)).map(({ field }) => field)

/** Each field as the form asks for it, in quotes, or in our own words where no form does. */
async function namedOnForm(tx: Tx, { formVersionId }: RequestRecord, fields: string[]): Promise<string[]> {
  const sections = formVersionId ? (await definitionOf(tx, formVersionId)).sections : []
  const labels = new Map(sections.flatMap(({ fields: own }) => own.map((one) => [one.key, one.label])))
  return fields.map((field) => (labels.has(field) ? `“${labels.get(field)}”` : fieldWords(field)))
}

function tellChanged(
  { record }: Work,
  request: RequestRecord,
  round: Round,
  personIds: string[],
  fields: string[],
  nextId: string | null,
): void {
  record('approval.voided', aboutWith(request, personIds), {
    approvalId: round.id,
    personIds,
    fields,
    nextId,
  })
}

/** The requester has answered: whoever asked can decide, and their clock goes on with the time it had left. */
async function resume(work: Work, request: RequestRecord, round: Round): Promise<void> {
  const asking = votesOf(round).filter(({ state }) => state === 'INFO_REQUESTED')
  if (asking.length === 0 || request.status === 'ACTION_REQUIRED') return
  const hours = await hoursOf(work.tx)
  for (const vote of asking) goOn(vote, hours, clock.now())
  await writeRound(work.tx, round)
  const personIds = asking.map(({ personId }) => personId)
  work.record('approval.answered', aboutWith(request, personIds), {
    approvalId: round.id,
    voteIds: asking.map(({ id }) => id),
    personIds,
  })
}

function goOn(vote: Vote, hours: BusinessCalendar, now: Date): void {
  const since = vote.pausedAt ?? now
  const later = (at: Date) => {
    const left = businessTimeBetween(hours, since.getTime(), at.getTime())
    return new Date(afterBusinessTime(hours, now.getTime(), left))
  }
  vote.state = 'PENDING'
  vote.pausedAt = null
  // What was overdue stays as overdue as it was.
  if (vote.dueAt > since) vote.dueAt = later(vote.dueAt)
  if (vote.remindAt) vote.remindAt = later(vote.remindAt)
  if (vote.expiresAt) vote.expiresAt = later(vote.expiresAt)
}

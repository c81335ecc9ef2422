import type { ReplyIn, SlaTarget, sla } from '@deskhand/contract'
import { sql } from 'kysely'
import { type AgreementFacts, type Clock, replay, standingOf } from '../agreements/access.ts'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import { send } from '../platform/db/send.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { visibleTo } from '../requests/access.ts'
import { type Lived, lifeOf, linesOf } from './episodes.ts'

/** More would take longer than somebody waits for an answer. */
const most = 2_000
const shown = 50
const targets = ['FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION'] as const
type Result = ReplyIn<typeof sla.backtest>
type Past = Lived & { referenceNumber: string; summary: string }

/** Lives the requests of the last days through twice, by what holds now and by what is tried, and compares. */
export async function tryPolicies(
  tx: Tx,
  actor: Actor,
  facts: { now: AgreementFacts; tried: AgreementFacts },
  days: number,
): Promise<Result> {
  const now = clock.now()
  const from = new Date(now.getTime() - days * 86_400_000)
  const found = await send<Past>(tx, findPast(actor, from))
  const requests = found.slice(0, most)
  const ids = requests.map(({ id }) => id)
  const askers = requests.map(({ requesterId }) => requesterId)
  const [lines, before, after] = await Promise.all([
    linesOf(tx, ids),
    standingOf(tx, facts.now, askers),
    standingOf(tx, facts.tried, askers),
  ])
  const sums = targets.map((target) => ({ target, before: { met: 0, late: 0 }, after: { met: 0, late: 0 } }))
  const differences: Result['differences'] = []
  for (const request of requests) {
    const own = lines.get(request.id) ?? []
    const lived = (standing: typeof before, by: AgreementFacts) => {
      const { begin, episodes } = lifeOf(request, own, standing(request.requesterId))
      return replay(begin, episodes, by, now.getTime()).clocks
    }
    const [was, would] = [lived(before, facts.now), lived(after, facts.tried)]
    for (const sum of sums) {
      const wasLate = outcomeOf(was, sum.target, now)
      const wouldBeLate = outcomeOf(would, sum.target, now)
      if (wasLate !== null) sum.before[wasLate ? 'late' : 'met'] += 1
      if (wouldBeLate !== null) sum.after[wouldBeLate ? 'late' : 'met'] += 1
      if (Boolean(wasLate) === Boolean(wouldBeLate) || differences.length >= shown) continue
      const { id: requestId, referenceNumber, summary } = request
      differences.push({
        requestId,
        referenceNumber,
        summary,
        target: sum.target,
        wasLate: Boolean(wasLate),
        wouldBeLate: Boolean(wouldBeLate),
      })
    }
  }
  return {
    from: from.toISOString(),
    requestCount: requests.length,
    isCut: found.length > most,
    targets: sums,
    differences,
  }
}

/** Whether this promise was broken; null where none was made or it is still open. */
function outcomeOf(clocks: readonly Clock[], target: SlaTarget, now: Date): boolean | null {
  const one = clocks.find((clock) => clock.target === target)
  if (!one || one.seconds === null) return null
  if (one.due !== null && one.due < (one.state === 'STOPPED' ? one.at : now.getTime())) return true
  return one.state === 'STOPPED' ? false : null
}

// What somebody may not read is not tried: it is counted neither before nor after.
const findPast = (actor: Actor, from: Date) => sql`
  select r.id, r.reference_number as "referenceNumber", r.summary, r.service_desk_id as "serviceDeskId",
    r.request_type_id as "requestTypeId", r.requester_id as "requesterId", r.created_by_id as "createdById",
    r.priority, r.status, r.review_kind as "reviewKind", r.wait_reason as "waitReason",
    r.first_response_at as "firstResponseAt", r.created_at as "createdAt", null as sla
  from app.requests r
  where r.company_id = ${actor.companyId} and ${visibleTo(actor, 'r')} and r.created_at >= ${from}
    and r.deleted_at is null
  order by r.created_at desc, r.id desc limit ${most + 1}`

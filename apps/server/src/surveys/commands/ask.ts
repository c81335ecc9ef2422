import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import type { LoggedEvent } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { askedSince, isSampled, isWorthAsking, type Solution } from '../rules.ts'

type Row = Solution & { id: string; serviceDeskId: string; referenceNumber: string; percent: number }
type Solved = Pick<LoggedEvent, 'id' | 'companyId' | 'subjectId' | 'actorId'>
type Inside = { tx: Tx; record: RecordEvent; event: Solved }
type Asked = { surveyId: string; personId: string }

/**
 * Asks whoever asked for a request that was just solved how it went, and answers whom the mail shall ask; null for nobody.
 * The mail about the solution and the survey's own reaction both come here for one event, in either order: it is asked
 * once.
 */
export async function ask({ tx, record, event }: Inside): Promise<Asked | null> {
  const [request] = await tx.query<Row>(findSolution, [event.companyId, event.subjectId])
  if (!request || !isWorthAsking({ ...request, actorId: event.actorId })) return null
  if (!isSampled(request.id, request.percent)) return null
  // Two solutions for one person in the same moment wait for each other, so that one of them asks.
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`survey ${request.requesterId}`])
  const now = clock.now()
  const [asked] = await tx.query<{ id: string; isNew: boolean; byMail: boolean }>(askOnce, [
    event.companyId,
    newId(),
    request.id,
    request.requesterId,
    event.actorId,
    event.id,
    now,
    askedSince(now),
  ])
  if (!asked) return null
  if (asked.isNew) {
    record(
      'survey.asked',
      {
        type: 'request',
        id: request.id,
        ref: request.referenceNumber,
        deskId: request.serviceDeskId,
        people: [request.requesterId],
      },
      {},
    )
  }
  return asked.byMail ? { surveyId: asked.id, personId: request.requesterId } : null
}

const findSolution = `
  select r.id, r.requester_id as "requesterId", null as "actorId", r.assigned_to_id as "assignedToId",
    r.is_confidential as "isConfidential", r.resolution_code as "resolutionCode",
    r.service_desk_id as "serviceDeskId", r.reference_number as "referenceNumber", d.survey_percent as percent
  from app.requests r join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
  where r.company_id = $1 and r.id = $2 and r.status = 'RESOLVED' and r.deleted_at is null`

// Solved again within the seven days, the survey of the request is open again on its page, without being asked by
// mail a second time. What was said about the first solution is not said about the second.
const askOnce = `
  with before as (
    select s.id, s.event_id, s.mailed_event_id from app.surveys s where s.company_id = $1 and s.request_id = $3),
  recent as (
    select exists (select from app.surveys s
      where s.company_id = $1 and s.person_id = $4 and s.asked_at > $8) as is_so),
  made as (
    insert into app.surveys (company_id, id, request_id, person_id, solver_id, event_id, mailed_event_id, asked_at)
    select $1, $2, $3, $4, $5, $6, $6, $7
    where exists (select from before) or not (select is_so from recent)
    on conflict (company_id, request_id) do update set solver_id = excluded.solver_id, event_id = excluded.event_id,
      mailed_event_id = case when (select is_so from recent) then surveys.mailed_event_id else excluded.event_id end,
      asked_at = case when (select is_so from recent) then surveys.asked_at else excluded.asked_at end,
      word = null, comment = null, answered_at = null, changed_at = null, withdrawn_at = null
      where surveys.event_id <> excluded.event_id
    returning id, mailed_event_id)
  select id, true as "isNew", mailed_event_id = $6 as "byMail" from made
  union all
  select id, false, mailed_event_id = $6 from before where event_id = $6 and not exists (select from made)`

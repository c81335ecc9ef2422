import type { Answers, JourneyTask, ReplyIn } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type CalendarFacts, calendarFacts } from '../../calendars/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Platform } from '../../platform/platform.ts'
import { visibleTo } from '../../requests/access.ts'
import { personColumn, stateWord } from '../../requests/queries/columns.ts'
import type { Served, Service } from '../access.ts'
import { viewOf } from './viewOf.ts'

export type View = ReplyIn<Service['get']>

type Step = { status: string; isManager: boolean; endedAt: string | null; byId: string | null }
/** A request of a department as the database gives it. */
export type Row = {
  base: Omit<View, 'customFields' | 'approvalStatus' | 'encryptedFields'>
  answers: Answers
  sealed: string[]
  site: string | null
  approval: { status: View['approvalStatus']; steps: Step[] } | null
  facts: Answers
  tasks: JourneyTask[]
  resolutionCode: string | null
  leaveState: 'ASKED' | 'GRANTED' | 'CANCELLED' | null
}

const columns = (actor: Actor) => sql`
  (select row_to_json(one) from (select r.id, r.id as "requestId", r.reference_number as "referenceNumber", r.summary,
    r.description, r.status, r.priority, r.is_confidential as "isConfidential", d.code as "deskCode",
    r.requester_id as "requesterId", ${personColumn('asker')} as requester, r.assigned_to_id as "assignedToId",
    r.created_at as "createdAt", r.updated_at as "updatedAt", r.resolved_at as "resolvedAt", r.closed_at as "closedAt",
    r.version) one) as base,
  r.custom_fields as answers, asker.site, r.resolution_code as "resolutionCode",
  coalesce((select json_agg(s.field order by s.field) from app.request_secrets s
    where s.company_id = r.company_id and s.request_id = r.id), '[]') as sealed,
  (select json_build_object('status', a.status, 'steps', coalesce((
      select json_agg(json_build_object('status', s.status, 'endedAt', s.ended_at,
        'isManager', s.definition -> 'approvers' @> '[{"kind": "MANAGER"}]',
        'byId', (select v.person_id from app.approval_votes v where v.company_id = s.company_id and v.step_id = s.id
          and v.state = 'APPROVED' order by v.decided_at desc limit 1)) order by s.position)
      from app.approval_steps s where s.company_id = a.company_id and s.approval_id = a.id), '[]'))
    from app.approvals a where a.company_id = r.company_id and a.request_id = r.id
    order by a.round desc limit 1) as approval,
  coalesce((select f.facts from app.fulfilments f where f.company_id = r.company_id and f.request_id = r.id), '{}') as facts,
  coalesce((select json_agg(json_build_object('id', c.id, 'referenceNumber', c.reference_number, 'title', t.title,
      'deskCode', place.code, 'deskName', place.name, 'status', c.status,
      'stateWord', ${stateWord('c')},
      'isDone', c.status in ('RESOLVED', 'REJECTED'), 'dueOn', t.due_on, 'canOpen', ${visibleTo(actor, 'c')}) order by t.position)
    from app.journey_tasks t
    join app.requests c on c.company_id = t.company_id and c.id = t.request_id and c.deleted_at is null
    join app.desks place on place.company_id = c.company_id and place.id = c.service_desk_id
    where t.company_id = r.company_id and t.parent_id = r.id), '[]') as tasks,
  (select l.state from app.leaves l where l.company_id = r.company_id and l.request_id = r.id) as "leaveState"`

/** Requests of a kind as its routes answer them, in the order in which `found` gives the rows of `r`. */
export async function readViews(
  { tx, actor, platform }: { tx: Tx; actor: Actor; platform: Platform },
  { kind }: Pick<Served, 'kind'>,
  found: RawBuilder<unknown>,
): Promise<View[]> {
  const rows = await send<Row>(
    tx,
    sql`select ${columns(actor)} from (${found}) r
      join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
      join app.people asker on asker.company_id = r.company_id and asker.id = r.requester_id
      order by r.created_at desc, r.id desc`,
  )
  const calendars: CalendarFacts | null = kind === 'LEAVE' ? await calendarFacts(tx, platform) : null
  return rows.map((row) => viewOf(kind, row, calendars))
}

/** Rows of `app.requests r` under this condition. */
export const where = (which: RawBuilder<SqlBool>) => sql`select r.* from app.requests r where ${which}`

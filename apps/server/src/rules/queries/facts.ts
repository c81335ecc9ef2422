import type { Tx } from '../../platform/db/transaction.ts'
import type { LoggedEvent } from '../../platform/log/event.ts'
import { doerOf, type Facts } from '../facts.ts'

export type Subject = {
  id: string
  referenceNumber: string
  requesterId: string
  createdById: string
  createdAt: Date
  closedAt: Date | null
  dueAt: Date | null
  facts: Facts
}
type Row = Omit<Subject, 'facts'> & { facts: Omit<Facts, 'by'> }

const columns = `r.id, r.reference_number as "referenceNumber", r.requester_id as "requesterId",
  r.created_by_id as "createdById", r.created_at as "createdAt", r.closed_at as "closedAt", r.sla_due_at as "dueAt",
  json_build_object('desk', r.service_desk_id, 'type', r.request_type_id, 'category', t.category_id, 'status', r.status,
    'priority', r.priority, 'impact', r.impact, 'urgency', r.urgency, 'assignee', r.assigned_to_id,
    'team', r.assigned_team_id, 'tag', r.tags, 'requester', r.requester_id, 'department', p.department,
    'place', coalesce(b.path, '{}'), 'isVip', p.is_vip, 'summary', r.summary, 'description', r.description,
    'answers', r.custom_fields || coalesce((select jsonb_object_agg(f.key, v.value) from app.custom_field_values v
      join app.custom_fields f on f.company_id = v.company_id and f.id = v.field_id and f.retired_at is null
      where v.company_id = r.company_id and v.request_id = r.id), '{}')) as facts`
const sources = `app.requests r
  join app.people p on p.company_id = r.company_id and p.id = r.requester_id
  left join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id
  left join app.business_units b on b.company_id = r.company_id and b.id = r.site_id`
/** What rules leave alone: what is over, what went elsewhere, and what is confidential, whose list is people's business. */
export const isTheirs = `r.deleted_at is null and r.merged_into_id is null and not r.is_confidential`

/** Requests as rules see them now; what is closed only where it is asked for. */
export async function readSubjects(
  tx: Tx,
  ids: readonly string[],
  { event, closed = false }: { event?: Pick<LoggedEvent, 'actorId' | 'actorKind'>; closed?: boolean } = {},
): Promise<Subject[]> {
  const rows = await tx.query<Row>(
    `select ${columns} from ${sources} where r.company_id = $1 and r.id = any ($2::uuid[]) and ${isTheirs}
       ${closed ? '' : 'and r.closed_at is null'}`,
    [tx.whose.companyId, ids],
  )
  return rows.map(({ facts, ...row }) => ({
    ...row,
    // Every field of the contract is built above, and who did it here.
    facts: { ...facts, by: event ? doerOf(event, row) : 'DESKHAND' } as Facts,
  }))
}

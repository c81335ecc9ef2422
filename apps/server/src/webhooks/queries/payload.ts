import type { WebhookConversation } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'

type Data = { event: string | null; referenceNumber: string }

/**
 * What rules ask of a request, with names beside ids, and the name of the event that set the rule off. Encrypted answers
 * lie elsewhere, and answers that are files are only their ids.
 */
export async function readData(tx: Tx, requestId: string, eventId: number | null): Promise<Data> {
  const [row] = await tx.query<{ data: Data }>(findData, [tx.whose.companyId, requestId, eventId])
  if (!row) throw new Error('There is no such request to send.')
  return row.data
}

const named = (table: string) => `case when ${table}.id is null then null
  else json_build_object('id', ${table}.id, 'name', ${table}.name) end`

const findData = `
  select json_build_object(
    'event', (select e.name from app.events e where e.company_id = $1 and e.id = $3),
    'id', r.id, 'referenceNumber', r.reference_number, 'summary', r.summary, 'description', r.description,
    'status', r.status, 'priority', r.priority, 'impact', r.impact, 'urgency', r.urgency, 'tags', r.tags,
    'desk', json_build_object('id', d.id, 'code', d.code, 'name', d.name), 'type', ${named('kind')},
    'category', ${named('c')}, 'team', ${named('t')}, 'assignee', ${named('holder')},
    'requester', json_build_object('id', p.id, 'name', p.name, 'department', p.department, 'isVip', p.is_vip),
    'place', ${named('b')}, 'answers', r.custom_fields, 'createdAt', r.created_at, 'updatedAt', r.updated_at,
    'dueAt', r.sla_due_at) as data
  from app.requests r
  join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
  join app.people p on p.company_id = r.company_id and p.id = r.requester_id
  left join app.request_types kind on kind.company_id = r.company_id and kind.id = r.request_type_id
  left join app.categories c on c.company_id = r.company_id and c.id = kind.category_id
  left join app.teams t on t.company_id = r.company_id and t.id = r.assigned_team_id
  left join app.people holder on holder.company_id = r.company_id and holder.id = r.assigned_to_id
  left join app.business_units b on b.company_id = r.company_id and b.id = r.site_id
  where r.company_id = $1 and r.id = $2 and not r.is_confidential`

/** More of a conversation than anybody reads in another program. */
const most = 20

type Said = { at: string; by: string; isInternal: boolean; text: string }

/** What was said last, as far as this webhook is to have it; null where it is to have nothing. */
export async function readConversation(
  tx: Tx,
  requestId: string,
  conversation: WebhookConversation,
): Promise<Said[] | null> {
  if (conversation === 'NONE') return null
  return tx.query<Said>(
    `select to_json(said.created_at) #>> '{}' as at, said.author_name as by, said.is_internal as "isInternal",
       left(said.message, 4000) as text
     from (select a.* from app.request_activities a where a.company_id = $1 and a.request_id = $2
         and a.activity_type = 'COMMENT' and a.withdrawn_at is null and ($3 or not a.is_internal)
       order by a.created_at desc, a.id desc limit ${most}) said
     order by said.created_at, said.id`,
    [tx.whose.companyId, requestId, conversation === 'ALL'],
  )
}

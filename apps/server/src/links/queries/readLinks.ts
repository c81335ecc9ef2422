import type { Link } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { visibleTo } from '../../requests/access.ts'
import { personColumn } from '../../requests/queries/columns.ts'

/** A linked request `r`, as JSON; its assignee is `worker`. */
export const linkedColumn = sql`json_build_object('id', r.id, 'referenceNumber', r.reference_number,
  'summary', r.summary, 'status', r.status, 'resolutionCode', r.resolution_code, 'closedAt', r.closed_at,
  'assignee', case when worker.id is not null then ${personColumn('worker')} end)`

export const worker = sql`left join app.people worker
  on worker.company_id = r.company_id and worker.id = r.assigned_to_id`

/** The links of a request as seen from it, where the reader may see the other end. */
export function readLinks(
  tx: Tx,
  actor: Actor,
  requestId: string,
  which: RawBuilder<SqlBool> = sql`true`,
): Promise<Link[]> {
  return send<Link>(
    tx,
    sql`
      select l.id, l.type, ${linkedColumn} as request, to_json(l.created_at) #>> '{}' as "createdAt"
      from (
        select l.id, l.kind as type, l.to_id as other_id, l.created_at from app.request_links l
          where l.company_id = ${actor.companyId} and l.from_id = ${requestId}
        union all
        select l.id, case l.kind when 'parent' then 'child' when 'blocks' then 'blocked-by'
            when 'caused-by' then 'causes' when 'duplicate' then 'duplicated-by' else l.kind end,
          l.from_id, l.created_at from app.request_links l
          where l.company_id = ${actor.companyId} and l.to_id = ${requestId}) l
      join app.requests r on r.company_id = ${actor.companyId} and r.id = l.other_id ${worker}
      where r.deleted_at is null and ${visibleTo(actor, 'r')} and ${which}
      order by array_position(array['parent', 'child', 'blocked-by', 'blocks', 'caused-by', 'causes', 'duplicate',
        'duplicated-by', 'relates'], l.type), l.created_at, l.id`,
  )
}

import { type ReplyOf, tasks } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { taskColumns, taskSources } from './columns.ts'

type Mine = ReplyOf<typeof tasks.mine>['data'][number]

/** What the caller has to do, what is due first; row-level security leaves out what they may not see any more. */
export const mine = handle(tasks.mine, async ({ tx, actor }) => ({
  data: await tx.query<Mine>(
    `select ${taskColumns}, r.id as "requestId", r.reference_number as "referenceNumber", r.summary, d.code as "deskCode"
     from ${taskSources}
     join app.requests r on r.company_id = t.company_id and r.id = t.request_id
     join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
     where t.company_id = $1 and t.assigned_to_id = $2 and t.done_at is null and t.deleted_at is null
       and r.deleted_at is null and r.status not in ('RESOLVED', 'REJECTED')
     order by t.due_at nulls last, r.id, t.position limit 200`,
    [actor.companyId, actor.id],
  ),
}))

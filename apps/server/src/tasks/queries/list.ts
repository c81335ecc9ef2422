import { type Task, tasks } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { taskColumns, taskSources } from './columns.ts'

export const list = handle(tasks.list, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const data = await tx.query<Task>(
    `select ${taskColumns} from ${taskSources}
     where t.company_id = $1 and t.request_id = $2 and t.deleted_at is null and (t.is_visible or $3) order by t.position, t.id`,
    [actor.companyId, request.id, isStaff(actor, request)],
  )
  return { data }
})

/** Tasks that were just written, in their order. */
export const readTasks = (tx: Tx, ids: readonly string[]): Promise<Task[]> =>
  tx.query<Task>(
    `select ${taskColumns} from ${taskSources}
     where t.company_id = $1 and t.id = any ($2::uuid[]) order by t.position, t.id`,
    [tx.whose.companyId, ids],
  )

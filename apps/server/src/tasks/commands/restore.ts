import { taskLimit, tasks } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadRequest } from '../../requests/access.ts'
import { loadTask, mustKeepTasks, refusalToHave } from '../access.ts'
import { readTasks } from '../queries/list.ts'
import { words } from '../words.ts'

/**
 * Puts a deleted task back to its place, or to the end where the list has become shorter. Nobody has it where whoever
 * had it could not be given it now.
 */
export const restore = handle(tasks.restore, async ({ tx, db, actor, params, record }) => {
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  mustKeepTasks(actor, request)
  const task = await loadTask(tx, request, params.taskId, { deleted: true })
  const [there] = await tx.query<{ count: number }>(
    `select count(*)::int as count from app.request_tasks
     where company_id = $1 and request_id = $2 and deleted_at is null`,
    [request.companyId, request.id],
  )
  const count = there?.count ?? 0
  if (count >= taskLimit) throw new Stop('conflict', words.tooMany(taskLimit))
  const position = Math.min(task.position, count)
  await tx.run(
    `update app.request_tasks set position = position + 1
     where company_id = $1 and request_id = $2 and position >= $3 and deleted_at is null`,
    [request.companyId, request.id, position],
  )
  const { assignedToId } = task
  const isLost = assignedToId !== null && (await refusalToHave(tx, request, assignedToId)) !== null
  await tx.run(
    `update app.request_tasks set deleted_at = null, position = $3,
       assigned_to_id = case when $4 then null else assigned_to_id end where company_id = $1 and id = $2`,
    [request.companyId, task.id, position, isLost],
  )
  const changes: Record<string, [unknown, unknown]> = isLost ? { assignedToId: [assignedToId, null] } : {}
  record('task.restored', about(request), { taskId: task.id, name: task.title }, changes)
  if (task.isVisible) record('task.shown', about(request), {})
  const [back] = await readTasks(tx, [task.id])
  if (!back) throw new Error('A task that was just brought back is not there.')
  return back
})

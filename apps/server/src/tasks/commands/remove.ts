import { tasks } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, loadRequest } from '../../requests/access.ts'
import { loadTask, mustKeepTasks } from '../access.ts'

/** Takes a task off the list; it is kept, to be brought back. */
export const remove = handle(tasks.remove, async ({ tx, db, actor, params, record }) => {
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  mustKeepTasks(actor, request)
  const task = await loadTask(tx, request, params.taskId)
  await tx.run('update app.request_tasks set deleted_at = $3 where company_id = $1 and id = $2', [
    request.companyId,
    task.id,
    clock.now(),
  ])
  await tx.run(
    `update app.request_tasks set position = position - 1
     where company_id = $1 and request_id = $2 and position > $3 and deleted_at is null`,
    [request.companyId, request.id, task.position],
  )
  record(
    'task.deleted',
    about(request),
    { taskId: task.id, name: task.title },
    { title: [task.title, null], isMandatory: [task.isMandatory, null], doneAt: [task.doneAt, null] },
  )
  if (task.isVisible) record('task.shown', about(request), {})
  return {}
})

import { tasks } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { about, loadRequest } from '../../requests/access.ts'
import { loadTask, mustKeepTasks } from '../access.ts'

export const remove = handle(tasks.remove, async ({ tx, db, actor, params, record }) => {
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  mustKeepTasks(actor, request)
  const task = await loadTask(tx, request, params.taskId)
  await tx.run('delete from app.request_tasks where company_id = $1 and id = $2', [
    request.companyId,
    task.id,
  ])
  await tx.run(
    'update app.request_tasks set position = position - 1 where company_id = $1 and request_id = $2 and position > $3',
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

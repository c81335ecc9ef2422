import { type BodyOf, tasks } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { checkAssignee, loadTask, mustKeepTasks, type TaskRecord } from '../access.ts'
import { readTasks } from '../queries/list.ts'

export const change = handle(tasks.change, async ({ tx, db, actor, params, body, record }) => {
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  mustKeepTasks(actor, request)
  const task = await loadTask(tx, request, params.taskId)
  if (body.assignedToId && body.assignedToId !== task.assignedToId)
    await checkAssignee(tx, request, body.assignedToId)
  const after = afterOf(task, body)
  const { doneAt, ...fields } = after
  const changes = changesBetween<object>(task, fields)
  const isTurned = (task.doneAt === null) !== (doneAt === null)
  const unchanged = Object.keys(changes).length === 0 && !isTurned
  if (!unchanged) {
    if (after.position !== task.position) await makeRoom(tx, request, task, after.position)
    await tx.run(
      `update app.request_tasks set title = $3, note = $4, is_mandatory = $5, is_visible = $6, assigned_to_id = $7,
         due_at = $8, position = least($9, (select count(*) - 1 from app.request_tasks o
           where o.company_id = $1 and o.request_id = $13 and o.deleted_at is null)),
         done_at = $10, done_by_id = case when $10::timestamptz is null then null
           when done_at is null then $11::uuid else done_by_id end, updated_at = $12
       where company_id = $1 and id = $2`,
      [
        request.companyId,
        task.id,
        after.title,
        after.note,
        after.isMandatory,
        after.isVisible,
        after.assignedToId,
        after.dueAt,
        after.position,
        doneAt,
        actor.id,
        clock.now(),
        request.id,
      ],
    )
    const data = { taskId: task.id, name: after.title }
    if (isTurned) record(doneAt ? 'task.done' : 'task.undone', about(request), data)
    if (Object.keys(changes).length > 0) record('task.changed', about(request), data, changes)
    const { assignedToId } = after
    if (assignedToId && assignedToId !== task.assignedToId)
      record('task.given', about(request), { ...data, assignedToId })
    if (task.isVisible || after.isVisible) record('task.shown', about(request), {})
  }
  const [now] = await readTasks(tx, [task.id])
  if (!now) throw new Error('A task that was just written is not there.')
  return answer(now, { unchanged })
})

function afterOf(task: TaskRecord, body: BodyOf<typeof tasks.change>): TaskRecord {
  const { isDone = task.doneAt !== null, dueAt, ...rest } = body
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return {
    ...task,
    ...said,
    ...(dueAt === undefined ? {} : { dueAt: dueAt === null ? null : new Date(dueAt) }),
    doneAt: isDone ? (task.doneAt ?? clock.now()) : null,
  }
}

/** The tasks between the old place and the new one move up or down by one. */
const makeRoom = (tx: Tx, request: RequestRecord, task: TaskRecord, to: number) =>
  tx.run(
    `update app.request_tasks set position = position + case when $4::int > $5::int then -1 else 1 end
     where company_id = $1 and request_id = $2 and id <> $3 and deleted_at is null
       and position between least($4::int, $5::int) and greatest($4::int, $5::int)`,
    [request.companyId, request.id, task.id, to, task.position],
  )

import { type BodyOf, taskLimit, tasks } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { checkAssignee, loadTemplate, mayHave, mustKeepTasks } from '../access.ts'
import { readTasks } from '../queries/list.ts'
import { words } from '../words.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent }
type NewTask = Extract<BodyOf<typeof tasks.add>, { title: string }>

export const add = handle(tasks.add, async ({ tx, db, actor, params, body, record }) => {
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  mustKeepTasks(actor, request)
  const ids =
    'templateId' in body
      ? await addChecklist({ tx, actor, record }, request, body.templateId)
      : await addTasks({ tx, actor, record }, request, [body], body.checklist)
  return answer({ data: await readTasks(tx, ids) }, { location: `/requests/${request.id}/tasks` })
})

/** Puts all items of a desk's template onto a locked request; answers their ids. */
export async function addChecklist(
  inside: Inside,
  request: RequestRecord,
  templateId: string,
): Promise<string[]> {
  const template = await loadTemplate(inside, templateId).catch((thrown: unknown) => {
    if (thrown instanceof Stop && thrown.code === 'not_found')
      throw refuseField('templateId', words.noSuchTemplateHere)
    throw thrown
  })
  if (template.serviceDeskId !== request.serviceDeskId)
    throw refuseField('templateId', words.noSuchTemplateHere)
  const now = clock.now().getTime()
  const holders = template.items.flatMap(({ assignedToId }) => assignedToId ?? [])
  const members = await mayHave(inside.tx, request, holders)
  const items = template.items.map(
    ({ title, isMandatory = false, isVisible = false, dueInDays = null, assignedToId = null }) => ({
      title,
      isMandatory,
      isVisible,
      // Who has left the desk since, or may not see this request, gets nothing; the item is anybody's.
      assignedToId: assignedToId && members.has(assignedToId) ? assignedToId : null,
      dueAt: dueInDays === null ? null : new Date(now + dueInDays * 86_400_000).toISOString(),
    }),
  )
  return addTasks(inside, request, items, template.name)
}

async function addTasks(
  { tx, actor, record }: Inside,
  request: RequestRecord,
  items: readonly (Pick<NewTask, 'title' | 'isMandatory' | 'isVisible' | 'dueAt'> & Partial<NewTask>)[],
  checklist: string | null,
): Promise<string[]> {
  const [there] = await tx.query<{ count: number }>(
    'select count(*)::int as count from app.request_tasks where company_id = $1 and request_id = $2 and deleted_at is null',
    [request.companyId, request.id],
  )
  const count = there?.count ?? 0
  if (count + items.length > taskLimit) throw new Stop('conflict', words.tooMany(taskLimit))
  const assignedToId = items[0]?.assignedToId
  if (assignedToId && items.length === 1) await checkAssignee(tx, request, assignedToId)
  const at = Math.min(items[0]?.position ?? count, count)
  const rows = items.map((item, index) => ({ ...item, id: newId(), checklist, position: at + index }))
  if (at < count) {
    await tx.run(
      `update app.request_tasks set position = position + $4
       where company_id = $1 and request_id = $2 and position >= $3 and deleted_at is null`,
      [request.companyId, request.id, at, rows.length],
    )
  }
  const written = tx.run(insertTasks, [
    request.companyId,
    request.id,
    actor.id,
    clock.now(),
    JSON.stringify(rows),
  ])
  record('task.added', about(request), { titles: rows.map(({ title }) => title), checklist })
  for (const { id, title, assignedToId: to } of rows)
    if (to) record('task.given', about(request), { taskId: id, name: title, assignedToId: to })
  if (rows.some(({ isVisible }) => isVisible)) record('task.shown', about(request), {})
  await written
  return rows.map(({ id }) => id)
}

const insertTasks = `
  insert into app.request_tasks (company_id, request_id, created_by_id, created_at, updated_at, id, title, note,
    checklist, is_mandatory, is_visible, assigned_to_id, due_at, position)
  select $1, $2, $3, $4, $4, t.* from jsonb_to_recordset($5::jsonb) as t(id uuid, title text, note text, checklist text,
    "isMandatory" boolean, "isVisible" boolean, "assignedToId" uuid, "dueAt" timestamptz, position int)`

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Task, tasks } from '@deskhand/contract'
import { toldOf } from '../notifications/rules.ts'
import { words as told } from '../notifications/words.ts'
import { clock } from '../platform/clock/clock.ts'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { ask, put } from '../requests/sample.ts'
import { slices } from '../slices.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, luis, nuria, sofia } from '../testing/people.ts'
import { schedules } from './schedules.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (who: string) => (await desk.who(who)).personId
const inHours = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString()
const add = async (id: string, title: string, hours: number): Promise<Task> => {
  const body = { title, dueAt: inHours(hours), assignedToId: await idOf(luis) }
  const [task] = (await desk.as(ana).call(tasks.add, { params: { id }, body })).data.data
  assert.ok(task)
  return task
}
const run = async () => {
  const { platform } = desk.deskhand
  for (const schedule of schedules) await runScheduleNow(platform.pools, schedule)
  await drain({
    ...platform,
    reactions: slices.flatMap((slice) => slice.reactions(platform)),
    schedules: slices.flatMap((slice) => slice.schedules(platform)),
  })
}
const reminders = async (id: string) =>
  (
    await desk.rows<{ data: { name: string; isLate: boolean } }>(
      ana,
      `select data from app.events where name = 'task.due' and subject_id = $1 order by id`,
      [id],
    )
  ).map(({ data }) => [data.name, data.isLate])

test('whoever has a task is reminded a day before it is due, once, and anew for another time', async () => {
  const { id } = await ask(desk)
  const soon = await add(id, 'Soon', 20)
  await add(id, 'Late already', -1)
  await add(id, 'Next week', 24 * 7)
  await run()
  await run()
  assert.deepEqual(await reminders(id), [
    ['Late already', true],
    ['Soon', false],
  ])
  const notes = await desk.rows<{ because: string; body: string | null }>(
    ana,
    `select because, body from app.notifications where person_id = $1 and request_id = $2 and because = 'task_due' order by body`,
    [await idOf(luis), id],
  )
  assert.deepEqual(notes, [
    { because: 'task_due', body: 'Late already' },
    { because: 'task_due', body: 'Soon' },
  ])
  const mails = await desk.rows<{ subject: string }>(
    ana,
    `select m.subject from app.mails m where m.kind = 'request_assigned' and m.to_address = $1 and m.data ->> 'text' = 'Soon'
       and m.data ->> 'headline' like '%due soon'`,
    [luis],
  )
  assert.equal(mails.length, 1)
  await desk.as(ana).call(tasks.change, { params: { id, taskId: soon.id }, body: { dueAt: inHours(10) } })
  await run()
  assert.equal((await reminders(id)).length, 3)
})

test('what is done, nobody’s or settled reminds nobody', async () => {
  const { id } = await ask(desk)
  const done = await add(id, 'Done', 2)
  const params = { id, taskId: done.id }
  await desk.as(ana).call(tasks.change, { params, body: { isDone: true } })
  const free = await add(id, 'Nobody’s', 2)
  await desk.as(ana).call(tasks.change, { params: { id, taskId: free.id }, body: { assignedToId: null } })
  const { id: settled } = await ask(desk)
  await add(settled, 'Settled', 2)
  await put(desk, settled, { status: 'RESOLVED', resolution_code: 'FIXED', resolution_text: 'Done.' })
  await run()
  assert.deepEqual([await reminders(id), await reminders(settled)], [[], []])
})

test('who is told, and in which words', () => {
  const request = {
    requesterId: 'asker',
    createdById: 'asker',
    assignedToId: null,
    assignedTeamId: null,
    serviceDeskId: 'desk',
  }
  const said = toldOf({ name: 'task.due', actorId: null, data: { assignedToId: 'holder' } }, request)
  assert.deepEqual(said, {
    people: [{ personId: 'holder', kind: 'request_assigned', because: 'task_due' }],
    group: null,
  })
  const title = (isLate: boolean) =>
    told.title({ kind: 'request_assigned', because: 'task_due', actorName: null, ref: 'IT-1', isLate })
  assert.deepEqual(
    [title(false), title(true)],
    ['Your task on IT-1 is due soon', 'Your task on IT-1 was due'],
  )
})

test('an item of a checklist is for somebody, as long as they work at the desk', async () => {
  const { id, serviceDeskId } = await ask(desk)
  const item = async (who: string) => ({ title: `For ${who}`, assignedToId: await idOf(who) })
  const make = async (name: string, ...whom: string[]) =>
    desk.as(sofia).call(tasks.addTemplate, {
      body: { serviceDeskId, name, items: await Promise.all(whom.map(item)) },
    })
  const refused = await make('For a stranger', nuria)
  assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/items'])
  const { data: template } = await make('Two hands', luis, ana)
  await desk.rows(ana, `update app.people set state = 'BLOCKED' where email = $1`, [ana])
  const added = await desk.as(luis).call(tasks.add, { params: { id }, body: { templateId: template.id } })
  await desk.rows(ana, `update app.people set state = 'ACTIVE' where email = $1`, [ana])
  assert.deepEqual(
    added.data.data.map(({ assigneeName }) => assigneeName),
    ['Luis Mora', null],
  )
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { tasks } from '@deskhand/contract'
import { toldOf } from '../notifications/rules.ts'
import { ask, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, luis } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (who: string) => (await desk.who(who)).personId
const mine = async (who: string) => (await desk.as(who).call(tasks.mine)).data.data
const of = async (who: string, requestId: string) =>
  (await mine(who)).filter((task) => task.requestId === requestId).map(({ title }) => title)
const give = async (id: string, title: string, dueAt: string | null = null) => {
  const body = { title, dueAt, assignedToId: await idOf(luis) }
  return (await desk.as(ana).call(tasks.add, { params: { id }, body })).data.data[0]?.id ?? ''
}
const given = (id: string) =>
  desk.rows<{ data: { name: string; assignedToId: string } }>(
    ana,
    `select data from app.events where name = 'task.given' and subject_id = $1 order by id`,
    [id],
  )

test('whoever has tasks finds them, what is due first, until they are done or settled', async () => {
  const { id } = await ask(desk)
  await give(id, 'Some day')
  const first = await give(id, 'Now', new Date(Date.now() + 3_600_000).toISOString())
  assert.deepEqual(await of(luis, id), ['Now', 'Some day'])
  assert.deepEqual(await of(ana, id), [])
  await desk.as(luis).call(tasks.change, { params: { id, taskId: first }, body: { isDone: true } })
  assert.deepEqual(await of(luis, id), ['Some day'])
  await put(desk, id, { deleted_at: new Date() })
  assert.deepEqual(await of(luis, id), [])
})

test('whoever gets a task is told, at first and when it changes hands, not when it only changes', async () => {
  const { id } = await ask(desk)
  const taskId = await give(id, 'Order a battery')
  const change = (body: object) => desk.as(ana).call(tasks.change, { params: { id, taskId }, body })
  await change({ title: 'Order two batteries' })
  await change({ assignedToId: await idOf(ana) })
  await change({ assignedToId: null })
  assert.deepEqual(
    (await given(id)).map(({ data }) => [data.name, data.assignedToId]),
    [
      ['Order a battery', await idOf(luis)],
      ['Order two batteries', await idOf(ana)],
    ],
  )
  const request = {
    requesterId: 'asker',
    createdById: 'asker',
    assignedToId: null,
    assignedTeamId: null,
    serviceDeskId: 'desk',
  }
  const said = toldOf({ name: 'task.given', actorId: 'lead', data: { assignedToId: 'holder' } }, request)
  assert.deepEqual(said.people, [{ personId: 'holder', kind: 'request_assigned', because: 'task' }])
})

test('who works at no desk has none to read; another company reads none of ours', async () => {
  const { id } = await ask(desk)
  await give(id, 'Among us')
  assert.equal((await desk.as(jorge).call(tasks.mine)).status, 403)
  assert.deepEqual(await of(iris, id), [])
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, macros, operations, requests } from '@deskhand/contract'
import { ask, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, luis, marta, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const [{ id: deskId } = { id: '' }] = await desk.rows<{ id: string }>(
  marta,
  `select id from app.desks where code = 'IT'`,
)
let count = 0
/** Runs a macro of these steps on a request in progress; answers both and the operation. */
async function run(steps: BodyIn<typeof macros.add>['steps'], by = ana) {
  const { id } = await ask(desk, { tags: ['before'] })
  await put(desk, id, { status: 'IN_PROGRESS' })
  const name = `Macro ${++count}`
  const { data: macro } = await desk
    .as(sofia)
    .call(macros.add, { body: { serviceDeskId: deskId, name, steps } })
  const before = await read(id)
  const { data, status } = await desk.as(by).call(macros.run, { params: { id, macroId: macro.id } })
  assert.equal(status, 200)
  return { id, before, operationId: data.operationId }
}
const read = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data
const undo = (operationId: string, by = ana) =>
  desk.as(by).call(operations.undo, { params: { operationId }, body: {} })
const whole = {
  takes: true,
  priority: 'HIGH',
  tags: ['vpn'],
  note: 'Look at the log.',
  reply: 'I am on it.',
  move: { to: 'WAITING', waitReason: 'VENDOR', waitDays: 3 },
} as const

test('a whole run is taken back at once, by events that say which they take back', async () => {
  const { id, before, operationId } = await run({ ...whole, tags: ['vpn'] })
  assert.equal((await read(id)).status, 'WAITING')
  const { status, data } = await undo(operationId)
  assert.deepEqual([status, data.results.map(({ outcome }) => outcome)], [200, ['changed']])
  const now = await read(id)
  for (const field of ['status', 'priority', 'tags', 'assignedToId', 'waitReason', 'waitUntil'] as const)
    assert.deepEqual(now[field], before[field], field)
  const talk = (await desk.as(ana).call(requests.activities, { params: { id } })).data.data
  assert.deepEqual(
    talk.filter(({ activityType }) => activityType === 'COMMENT').map(({ message }) => message),
    ['', ''],
  )
  const taken = await desk.rows<{ name: string; of: string }>(
    marta,
    `select e.name, c.name as of from app.events e join app.events c on c.company_id = e.company_id and c.id = e.caused_by_id
     where e.subject_id = $1 and e.operation_id = $2 order by e.id`,
    [id, data.operationId],
  )
  assert.deepEqual(
    taken.map(({ name, of }) => `${name} of ${of}`),
    [
      'request.moved of request.moved',
      'entry.withdrawn of request.replied',
      'entry.note_withdrawn of request.noted',
      'request.tagged of request.tagged',
      'request.prioritised of request.prioritised',
      'request.assigned of request.assigned',
    ],
  )
  assert.equal((await undo(operationId)).status, 409)
})

test('what somebody changed since is in the way, and then all of it stays', async () => {
  const { id, operationId } = await run({ priority: 'HIGH', tags: ['vpn'] })
  await desk.as(luis).call(requests.prioritise, { params: { id }, body: { priority: 'LOW' } })
  const refused = await undo(operationId)
  assert.equal(refused.status, 409)
  assert.match(refused.problem.detail, /Luis .* changed the priority/)
  const now = await read(id)
  assert.deepEqual([now.priority, now.tags], ['LOW', ['before', 'vpn']])
})

test('a run that changed nothing has nothing to take back', async () => {
  const { operationId } = await run({ tags: ['before'] })
  const { data } = await undo(operationId)
  assert.deepEqual(
    data.results.map(({ outcome }) => outcome),
    ['unchanged'],
  )
})

test('is for who ran it and for who leads the desk', async () => {
  const { operationId } = await run({ priority: 'HIGH' })
  assert.deepEqual(
    await Promise.all([luis, jorge, olga].map(async (by) => (await undo(operationId, by)).status)),
    [404, 404, 404],
  )
  assert.equal((await undo(operationId, sofia)).status, 200)
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests, snoozes, support } from '@deskhand/contract'
import { ask, inState, put } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, nuria, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const [it] = await desk.rows<{ id: string }>(ana, `select id from app.desks where code = 'IT'`)
const serviceDeskId = it?.id ?? ''
/** Everything that the world left lying about is somebody's, so that only what a test makes can be taken. */
await desk.rows(
  ana,
  `update app.requests set assigned_to_id = (select id from app.people where email = $1) where assigned_to_id is null`,
  [nuria],
)
const due = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
async function lying(hours: number, fields: object = {}) {
  const { id } = await ask(desk)
  await put(desk, id, { sla_due_at: due(hours), ...fields })
  return id
}
const take = async (who: string) =>
  (await desk.as(who).call(support.next, { body: { serviceDeskId } })).data.request

test('the next one is what breaches next and can be begun', async () => {
  const late = await lying(-30)
  const waiting = await lying(-50, inState.WAITING)
  const asleep = await lying(-40)
  await desk.as(ana).call(snoozes.snooze, { params: { id: asleep }, body: { untilReply: true } })
  const sealed = await ask(desk, { isConfidential: true })
  await put(desk, sealed.id, { sla_due_at: due(-60) })
  const later = await lying(5)
  const { data } = await desk.as(ana).call(support.queue, { query: { limit: 200 } })
  const queue = data.data.map(({ id }) => id)
  assert.ok(queue.indexOf(late) >= 0 && queue.indexOf(late) < queue.indexOf(later))
  assert.ok(!queue.includes(waiting) && !queue.includes(asleep))
  const first = await take(ana)
  assert.deepEqual([first?.id, first?.assignee?.name], [late, 'Ana Ruiz'])
  assert.equal((await take(luis))?.id, later)
  assert.equal(await take(ana), null)
})

test('ten who ask at once get ten different ones', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, (_, at) => lying(at + 1)))
  const taken = await Promise.all(Array.from({ length: 14 }, (_, at) => take(at % 2 ? ana : luis)))
  const got = taken.flatMap((request) => (request ? [request.id] : []))
  assert.equal(new Set(got).size, got.length)
  assert.deepEqual([...got].sort(), [...ids].sort())
})

test('one takes from one’s own desks; who works at none may not ask', async () => {
  const call = { body: { serviceDeskId } }
  assert.equal((await desk.as(nuria).call(support.next, call)).status, 422)
  assert.equal((await desk.as(iris).call(support.next, call)).status, 422)
  assert.equal((await desk.as(jorge).call(support.next, call)).status, 403)
})

test('loads are those of the desks one leads', async () => {
  const { data } = (await desk.as(sofia).call(support.assignments)).data
  assert.deepEqual(
    data.map(({ code }) => code),
    ['IT'],
  )
  const mine = data[0]?.people.find(({ name }) => name === 'Ana Ruiz')
  const query = {
    where: 'desk:IT assignee:"Ana Ruiz" is:open -status:waiting,action_required -is:snoozed',
    limit: 200,
  }
  assert.equal(mine?.inHand, (await desk.as(sofia).call(requests.list, { query })).data.data.length)
  assert.equal((await desk.as(elena).call(support.assignments)).data.data.length, 4)
  assert.equal((await desk.as(ana).call(support.assignments)).status, 403)
})

test('a proposal changes nothing; what is agreed to is carried out and told', async () => {
  const id = await lying(1)
  const propose = await desk.as(sofia).call(support.rebalance, { body: { serviceDeskId } })
  const one = propose.data.data.find(({ requestId }) => requestId === id)
  assert.equal(one?.fromId, null)
  assert.equal((await desk.as(sofia).call(requests.get, { params: { id } })).data.assignedToId, null)
  const handovers = [{ requestId: id, toId: one?.toId ?? '' }]
  const { data } = await desk.as(sofia).call(support.rebalance, { body: { serviceDeskId, handovers } })
  assert.deepEqual(data.data, [one])
  const { data: request } = await desk.as(sofia).call(requests.get, { params: { id } })
  assert.equal(request.assignedToId, one?.toId)
  const again = await desk.as(sofia).call(support.rebalance, { body: { serviceDeskId, handovers } })
  assert.deepEqual(again.data.data, [])
})

test('only who leads the desk shares out, only what lies there, only to its people', async () => {
  const id = await lying(1)
  const to = async (who: string) => [{ requestId: id, toId: (await desk.who(who)).personId }]
  const call = async (who: string, handovers: { requestId: string; toId: string }[]) =>
    (await desk.as(who).call(support.rebalance, { body: { serviceDeskId, handovers } })).status
  assert.equal(await call(ana, await to(ana)), 403)
  assert.equal(await call(nuria, await to(ana)), 403)
  assert.equal(await call(iris, await to(ana)), 403)
  assert.equal(await call(sofia, await to(nuria)), 422)
  const foreign = await ask(desk, { serviceDeskCode: 'HR' })
  assert.equal(await call(sofia, [{ requestId: foreign.id, toId: (await desk.who(ana)).personId }]), 409)
  assert.equal((await desk.as(sofia).call(requests.get, { params: { id } })).data.assignedToId, null)
})

import assert from 'node:assert/strict'
import { after, afterEach, beforeEach, test } from 'node:test'
import { assetReservations, assets, custody, notifications } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { slices } from '../slices.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, marta } from '../testing/people.ts'
import { schedules } from './schedules.ts'
import { forHours, inHours, makeLoanable, moveTo, reserve } from './testing/loanable.ts'

const desk = await openDesk()
after(() => desk.close())
beforeEach(() => clock.reset())
afterEach(() => clock.reset())

const hour = 3_600_000
const idOf = async (email: string) => (await desk.who(email)).personId
const run = async () => {
  const { platform } = desk.deskhand
  for (const schedule of schedules) await runScheduleNow(platform.pools, schedule)
  await drain({
    ...platform,
    reactions: slices.flatMap((slice) => slice.reactions(platform)),
    schedules: slices.flatMap((slice) => slice.schedules(platform)),
  })
}
const see = async (id: string) => (await desk.as(ana).call(assetReservations.get, { params: { id } })).data
const thingOf = async (id: string) => (await desk.as(ana).call(assets.get, { params: { id } })).data
const chases = (id: string) =>
  desk.rows<{ whom: string }>(
    ana,
    `select data ->> 'whom' as whom from app.events where name = 'asset_reservation.chased' and subject_id = $1 order by id`,
    [id],
  )
const newsOf = async (email: string) =>
  (await desk.as(email).call(notifications.list, { query: {} })).data.data.map(({ title }) => title)
const lent = async (from: number, until: number) => {
  const { modelId, things } = await makeLoanable(desk, 1, { deskCode: 'IT' })
  const personId = await idOf(marta)
  const { data } = await reserve(desk, ana, { modelId, personId, ...forHours(from, until) })
  return { id: data.id, thingId: things[0]?.id ?? '', modelId }
}

test('half a day before a thing lies ready for them alone, and cancelled it is free again', async () => {
  const { id, thingId } = await lent(20, 40)
  await run()
  assert.deepEqual([(await see(id)).isSetAside, (await thingOf(thingId)).subStatus], [false, 'AVAILABLE'])
  clock.shiftBy(9 * hour)
  await run()
  const ready = await thingOf(thingId)
  assert.deepEqual([ready.subStatus, ready.personId], ['RESERVED', await idOf(marta)])
  assert.equal((await see(id)).isSetAside, true)
  const params = { id: thingId }
  const refused = await desk
    .as(ana)
    .call(custody.checkOut, { params, body: { personId: await idOf(jorge), dueAt: inHours(1) } })
  assert.equal(refused.status, 409)
  await moveTo(desk, marta, { id }, { to: 'CANCELLED' })
  await desk.work()
  const free = await thingOf(thingId)
  assert.deepEqual([free.subStatus, free.personId, (await see(id)).isSetAside], ['AVAILABLE', null, false])
})

test('what lies ready is handed out, and what was moved to later is not kept ready', async () => {
  const one = await lent(2, 20)
  await desk.work()
  assert.equal((await see(one.id)).isSetAside, true)
  const out = await moveTo(desk, ana, { id: one.id }, { to: 'ONGOING' })
  assert.deepEqual([out.data.state, out.data.isSetAside], ['ONGOING', false])
  const two = await lent(2, 20)
  await desk.work()
  const params = { id: two.id }
  await desk.as(ana).call(assetReservations.change, { params, body: forHours(100, 120) })
  await desk.work()
  assert.equal((await thingOf(two.thingId)).subStatus, 'AVAILABLE')
})

test('what somebody set aside by hand stays as it is', async () => {
  const { id, thingId } = await lent(20, 40)
  const params = { id: thingId }
  await desk.as(ana).call(assets.transition, { params, body: { to: 'IN_STOCK', subStatus: 'RESERVED' } })
  await moveTo(desk, ana, { id }, { to: 'CANCELLED' })
  await desk.work()
  assert.equal((await thingOf(thingId)).subStatus, 'RESERVED')
})

test('what nobody collects keeps its thing no longer', async () => {
  const { id, thingId, modelId } = await lent(1, 200)
  await desk.work()
  assert.equal((await thingOf(thingId)).subStatus, 'RESERVED')
  clock.shiftBy(26 * hour)
  await run()
  assert.equal((await see(id)).state, 'EXPIRED')
  assert.equal((await thingOf(thingId)).subStatus, 'AVAILABLE')
  assert.equal((await reserve(desk, marta, { modelId, ...forHours(1, 20) })).status, 201)
})

test('what is late is chased: whoever has it at once, the desk a day later, each once; extended it runs again', async () => {
  const { id } = await lent(1, 10)
  await moveTo(desk, ana, { id }, { to: 'ONGOING' })
  clock.shiftBy(11 * hour)
  await run()
  await run()
  assert.equal((await see(id)).state, 'OVERDUE')
  assert.deepEqual(await chases(id), [{ whom: 'HOLDER' }])
  const name = (await see(id)).name
  assert.ok((await newsOf(marta)).includes(`${name} was to be back`))
  assert.ok(!(await newsOf(ana)).some((title) => title.endsWith(`did not bring ${name} back`)))
  clock.shiftBy(24 * hour)
  await run()
  await run()
  assert.deepEqual(await chases(id), [{ whom: 'HOLDER' }, { whom: 'DESK' }])
  assert.ok((await newsOf(ana)).some((title) => title.endsWith(`did not bring ${name} back`)))
  const extended = await desk
    .as(marta)
    .call(assetReservations.change, { params: { id }, body: { endsAt: inHours(5) } })
  assert.equal(extended.data.state, 'ONGOING')
  clock.shiftBy(6 * hour)
  await run()
  assert.deepEqual((await chases(id)).at(-1), { whom: 'HOLDER' })
})

test('who asks and who confirms: each side hears of the other, and nobody of what they did themselves', async () => {
  const { modelId, modelName } = await makeLoanable(desk, 1, { deskCode: 'IT' })
  const { data } = await reserve(desk, marta, { modelId, ...forHours(100, 120) })
  await desk.work()
  assert.ok((await newsOf(ana)).some((title) => title.endsWith(`asks to borrow ${modelName}`)))
  await moveTo(desk, ana, data, { to: 'RESERVED' })
  await desk.work()
  assert.ok((await newsOf(marta)).includes(`${modelName} is reserved for you`))
  await moveTo(desk, marta, data, { to: 'CANCELLED' })
  await desk.work()
  assert.ok(!(await newsOf(marta)).some((title) => title.includes(`${modelName} was cancelled`)))
})

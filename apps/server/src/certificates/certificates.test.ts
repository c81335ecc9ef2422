import assert from 'node:assert/strict'
import { after, afterEach, test } from 'node:test'
import { type BodyIn, certificates, operations } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
afterEach(() => clock.reset())

type Body = BodyIn<typeof certificates.create>
const add = (body: Partial<Body> = {}, by = ana) =>
  desk.as(by).call(certificates.create, {
    body: { kind: 'CERTIFICATE', name: `host-${newId()}.example`, expiresOn: '2090-05-01', ...body },
  })
const change = (id: string, body: BodyIn<typeof certificates.change>, by = ana) =>
  desk.as(by).call(certificates.change, { params: { id }, body })
const get = (id: string, by = ana) => desk.as(by).call(certificates.get, { params: { id } })
const remove = (id: string, by = ana) => desk.as(by).call(certificates.remove, { params: { id } })

test('is added on a thing, renewed by a later day, deleted and brought back', async () => {
  const thing = await makeThing(desk)
  const cost = { amount: '8900', currency: 'EUR' }
  const { status, data } = await add({ assetId: thing.id, ownerId: (await desk.who(ana)).personId, cost })
  assert.deepEqual(
    [status, data.asset?.assetTag, data.cost, data.remindDays],
    [201, thing.assetTag, cost, 30],
  )
  const renewed = await change(data.id, { expiresOn: '2091-05-01' })
  assert.deepEqual([renewed.data.expiresOn, renewed.data.version], ['2091-05-01', 2])
  const { operationId } = (await remove(data.id)).data
  assert.equal((await get(data.id)).status, 404)
  const undone = await desk.as(ana).call(operations.undo, { params: { operationId }, body: {} })
  assert.equal(undone.status, 200)
  assert.equal((await get(data.id)).data.expiresOn, '2091-05-01')
})

test('what is due is what expires soon and does not renew itself, or has expired', async () => {
  const inDays = (days: number) =>
    new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const made = {
    soon: (await add({ expiresOn: inDays(20) })).data,
    itself: (await add({ expiresOn: inDays(20), renewsItself: true })).data,
    later: (await add({ expiresOn: inDays(50) })).data,
    early: (await add({ expiresOn: inDays(60), remindDays: 90 })).data,
    over: (await add({ expiresOn: inDays(-3), renewsItself: true })).data,
  }
  assert.deepEqual(
    Object.values(made).map(({ isDue }) => isDue),
    [true, false, false, true, true],
  )
  const { data } = await desk.as(ana).call(certificates.list, { query: { isDue: 'true', limit: 200 } })
  const ids = data.data.map(({ id }) => id)
  for (const { id, isDue } of Object.values(made)) assert.equal(ids.includes(id), isDue)
  clock.shiftBy(25 * 86_400_000)
  assert.equal((await get(made.later.id)).data.isDue, true)
})

test('the list is searched and sorted, page by page', async () => {
  for (const sort of ['expires', '-expires', 'name', '-name'] as const) {
    const whole = await desk.as(ana).call(certificates.list, { query: { sort, limit: 200 } })
    const first = await desk.as(ana).call(certificates.list, { query: { sort, limit: 5 } })
    const second = await desk
      .as(ana)
      .call(certificates.list, { query: { sort, limit: 5, cursor: first.data.page.next ?? '' } })
    assert.deepEqual(
      [...first.data.data, ...second.data.data].map(({ id }) => id),
      whole.data.data.slice(0, 10).map(({ id }) => id),
      sort,
    )
  }
  const found = await desk
    .as(ana)
    .call(certificates.list, { query: { q: 'VPN.harbour', kind: 'CERTIFICATE' } })
  assert.deepEqual(
    found.data.data.map(({ name, isDue }) => [name, isDue]),
    [['vpn.harbour.example', true]],
  )
})

test('is for who works at a desk; what does not fit names its field; of another company nobody learns', async () => {
  const { data } = await add()
  for (const outcome of [await add({}, jorge), await get(data.id, jorge), await remove(data.id, jorge)])
    assert.equal(outcome.status, 403)
  for (const outcome of [
    await get(data.id, iris),
    await change(data.id, { name: 'x' }, iris),
    await remove(data.id, iris),
  ])
    assert.equal(outcome.status, 404)
  const theirs = await makeThing(desk, {}, iris)
  const wrong = [await add({ assetId: theirs.id }), await add({ ownerId: (await desk.who(iris)).personId })]
  assert.deepEqual(
    wrong.map(({ status, problem }) => [status, problem.errors?.[0]?.pointer]),
    [
      [422, '/assetId'],
      [422, '/ownerId'],
    ],
  )
})

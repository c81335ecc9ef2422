import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assets, custody } from '@deskhand/contract'
import { makePlace, makeThing } from '../../custody/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, marta } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
const events = async (by: string, id: string, query: { limit?: number; cursor?: string } = {}) =>
  desk.as(by).call(assets.events, { params: { id }, query })
const chain = async (by: string, id: string) => desk.as(by).call(assets.custody, { params: { id } })

async function lived() {
  const store = await makePlace(desk)
  const { id, assetTag } = await makeThing(desk, {
    locationId: store,
    condition: 'NEW',
    notes: 'Bought used',
  })
  const params = { id }
  await desk
    .as(ana)
    .call(custody.checkOut, { params, body: { personId: await idOf(marta), note: 'Welcome' } })
  await desk.as(ana).call(assets.change, { params, body: { name: 'Demo', supplier: 'Secret Ltd' } })
  await desk.as(ana).call(custody.transfer, { params, body: { personId: await idOf(jorge) } })
  return { id, assetTag, store, params }
}

test('the log of a thing, newest first, in pages, with every name that it speaks of', async () => {
  const { id, assetTag, store } = await lived()
  const first = await events(ana, id, { limit: 3 })
  const rest = await events(ana, id, { limit: 3, cursor: first.data.page.next ?? '' })
  const all = [...first.data.data, ...rest.data.data]
  assert.deepEqual(
    all.map(({ name, version }) => [name, version]),
    [
      ['asset.transferred', 4],
      ['asset.updated', 3],
      ['asset.checked_out', 2],
      ['asset.created', 1],
    ],
  )
  assert.equal(rest.data.page.next, null)
  const [moved, changed, , made] = all
  const [martas, jorges] = [await idOf(marta), await idOf(jorge)]
  assert.deepEqual(moved?.changes['personId'], [martas, jorges])
  assert.match(`${moved?.names[martas]} ${moved?.names[jorges]}`, /Marta .* Jorge/)
  assert.ok(made?.names[store]?.startsWith('Store'))
  assert.deepEqual(changed?.changes['supplier'], [null, 'Secret Ltd'])
  assert.deepEqual([changed?.actor.id, changed?.cause], [await idOf(ana), null])
  assert.equal(changed?.words, `${changed?.actor.name} changed ${assetTag}`)
})

test('whoever only has it reads what happened since, and nothing that is the desk’s or another’s', async () => {
  const { id, params } = await lived()
  const jorges = await idOf(jorge)
  await desk
    .as(ana)
    .call(assets.change, { params, body: { name: 'Mine', notes: 'Slow payer', supplier: 'Hush' } })
  const { data } = await events(jorge, id)
  assert.deepEqual(
    data.data.map(({ name }) => name),
    ['asset.updated', 'asset.transferred'],
  )
  assert.deepEqual(Object.keys(data.data[0]?.changes ?? {}), ['name'])
  assert.deepEqual(data.data[0]?.details, { fields: ['name'] })
  assert.deepEqual(data.data[1]?.changes['personId'], [null, jorges])
  const martas = await idOf(marta)
  assert.ok(!JSON.stringify(data).includes(martas))
  for (const other of [marta, iris]) assert.equal((await events(other, id)).status, 404)
})

test('the chain of holders, with the condition before and after', async () => {
  const { id, params } = await lived()
  await desk.as(ana).call(custody.checkIn, { params, body: { condition: 'DAMAGED' } })
  const { data } = await chain(ana, id)
  assert.deepEqual(
    data.data.map(({ person, condition, conditionUntil, version }) => [
      person?.id,
      condition,
      conditionUntil,
      version,
    ]),
    [
      [await idOf(jorge), 'NEW', 'DAMAGED', 4],
      [await idOf(marta), 'NEW', 'NEW', 2],
    ],
  )
  const [last, first] = data.data
  assert.equal(first?.until, last?.from)
  assert.equal(first?.note, 'Welcome')
  assert.deepEqual([first?.givenByName, last?.endedByName], [last?.givenByName, first?.endedByName])
  assert.deepEqual([(await chain(jorge, id)).status, (await chain(iris, id)).status], [403, 404])
})

test('deleted only where it was made in error, by admins, and brought back with its serial number', async () => {
  const { id } = await lived()
  const { assetTag, id: wrong } = await makeThing(desk, { serialNumber: 'GONE-1' })
  const remove = (by: string, it: string) => desk.as(by).call(assets.remove, { params: { id: it } })
  const restore = (by: string, it: string) => desk.as(by).call(assets.restore, { params: { id: it } })
  assert.equal((await remove(ana, wrong)).status, 403)
  const kept = await remove(elena, id)
  assert.deepEqual([kept.status, kept.problem.code], [409, 'state'])
  assert.equal((await restore(elena, wrong)).status, 409)
  assert.equal((await remove(elena, wrong)).status, 204)
  assert.equal((await remove(elena, wrong)).status, 404)
  assert.equal((await events(ana, wrong)).status, 404)
  assert.equal((await events(elena, wrong)).data.data[0]?.name, 'asset.deleted')
  const again = await makeThing(desk, { serialNumber: 'GONE-1' })
  const taken = await restore(elena, wrong)
  assert.match(taken.problem.detail ?? '', new RegExp(`${again.assetTag}.*serial number`))
  assert.equal((await remove(elena, again.id)).status, 204)
  const back = await restore(elena, wrong)
  assert.deepEqual([back.status, back.data.assetTag, back.data.deletedAt], [200, assetTag, null])
  assert.equal((await restore(iris, wrong)).status, 403)
})

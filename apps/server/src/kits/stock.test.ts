import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, kits, operations, stock } from '@deskhand/contract'
import { makeCategory, makePlace, makeThing } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { addItem } from '../stock/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, marta } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const out = (id: string, body: BodyIn<typeof kits.checkOut>) =>
  desk.as(ana).call(kits.checkOut, { params: { id }, body })
const left = async (id: string) => (await desk.as(ana).call(stock.get, { params: { id } })).data.inStock

/** A kit of one thing, which is there, and two chargers, of which there are three. */
async function furnish() {
  const [store, categoryId] = await Promise.all([makePlace(desk), makeCategory(desk)])
  const [thing, item] = await Promise.all([
    makeThing(desk, { categoryId }),
    addItem(desk, {}, { at: { [store]: 3 } }),
  ])
  const parts = [{ categoryId }, { stockItemId: item.id, count: 2 }]
  const { data: kit } = await desk.as(ana).call(kits.add, { body: { name: `Kit ${newId()}`, parts } })
  return { store, categoryId, thing, item, kit, personId: (await desk.who(marta)).personId }
}

test('a kit names items of stock, and says how many whole ones there are of them', async () => {
  const { kit, item } = await furnish()
  const part = kit.parts[1]
  assert.deepEqual(
    [part?.stockItemId, part?.name, part?.count, part?.freeCount, kit.readyCount],
    [item.id, item.name, 2, 3, 1],
  )
  const { data: offer } = await desk.as(ana).call(kits.offer, { params: { id: kit.id } })
  assert.deepEqual(
    offer.data.map(({ offered, quantity }) => [offered.length, quantity]),
    [
      [1, 0],
      [0, 2],
    ],
  )
  const add = (parts: BodyIn<typeof kits.add>['parts']) =>
    desk.as(ana).call(kits.add, { body: { name: newId(), parts } })
  const alone = await add([{ stockItemId: item.id }])
  assert.deepEqual([alone.status, alone.problem.errors?.[0]?.pointer], [400, '/parts'])
  const [first] = kit.parts
  const strange = await add([{ categoryId: first?.categoryId ?? '' }, { stockItemId: newId() }])
  assert.deepEqual([strange.status, strange.problem.errors?.[0]?.pointer], [422, '/parts/1/stockItemId'])
})

test('they go out with the kit, as accessories of its first thing, and undo brings them back', async () => {
  const { kit, item, thing, personId } = await furnish()
  const { data } = await out(kit.id, { personId })
  assert.deepEqual(data.items, [{ name: item.name, quantity: 2 }])
  assert.equal(await left(item.id), 1)
  const { data: parts } = await desk.as(ana).call(stock.ofAsset, { params: { id: thing.id } })
  assert.deepEqual(
    parts.along.map((one) => [one.itemId, one.personId, one.quantity]),
    [[item.id, personId, 2]],
  )
  const undone = await desk
    .as(ana)
    .call(operations.undo, { params: { operationId: data.operationId }, body: {} })
  assert.equal(undone.status, 200)
  assert.equal(await left(item.id), 3)
})

test('too few of them: nothing goes out by itself; named, fewer go and the rest is lacking', async () => {
  const { kit, item, thing, store, categoryId, personId } = await furnish()
  const adjust = { type: 'ADJUST' as const, locationId: store, change: -2, reason: 'Broken' }
  await desk.as(ana).call(stock.move, { params: { id: item.id }, body: adjust })
  const refused = await out(kit.id, { personId })
  assert.deepEqual([refused.status, await left(item.id)], [409, 1])
  const both = [
    { position: 0, assetIds: [thing.id] },
    { position: 1, quantity: 2 },
  ]
  const short = await out(kit.id, { personId, parts: both })
  assert.equal(short.status, 409)
  assert.match(short.problem.detail ?? '', new RegExp(`2 × ${item.name} \\(1 left\\)`))
  const parts = [
    { position: 0, assetIds: [thing.id] },
    { position: 1, quantity: 1 },
  ]
  const place = await out(kit.id, { locationId: store, parts })
  assert.deepEqual([place.status, place.problem.errors?.[0]?.pointer], [422, '/parts'])
  const counted = await out(kit.id, { personId, parts: [{ position: 0, quantity: 1 }] })
  assert.deepEqual([counted.status, counted.problem.errors?.[0]?.pointer], [422, '/parts'])
  const { data } = await out(kit.id, { personId, parts })
  assert.deepEqual(
    [data.items, data.lacking],
    [[{ name: item.name, quantity: 1 }], [{ name: item.name, count: 1 }]],
  )
  // To a room it goes without them.
  const next = await makeThing(desk, { categoryId })
  const room = { locationId: store, parts: [{ position: 0, assetIds: [next.id] }] }
  assert.deepEqual((await out(kit.id, room)).data.items, [])
})

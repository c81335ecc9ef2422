import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { acceptances, type BodyIn, custody, kits, operations, stock } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { addItem } from '../../stock/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, jorge, marta } from '../../testing/people.ts'
import { makePlace, makeThing } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
const out = (id: string, body: BodyIn<typeof custody.checkOut>) =>
  desk.as(ana).call(custody.checkOut, { params: { id }, body })
const back = (id: string, body: Partial<BodyIn<typeof custody.checkIn>> = {}) =>
  desk.as(ana).call(custody.checkIn, { params: { id }, body: { condition: 'GOOD', ...body } })
const undo = (operationId: string) =>
  desk.as(ana).call(operations.undo, { params: { operationId }, body: {} })
const alongOf = async (id: string) =>
  (await desk.as(ana).call(stock.ofAsset, { params: { id } })).data.along.map(
    ({ itemId, personName, quantity }) => [itemId, personName, quantity],
  )
const left = async (id: string) => (await desk.as(ana).call(stock.get, { params: { id } })).data.inStock
const detailsOf = async (id: string, name: string) => {
  const [row] = await desk.rows<{ data: Record<string, unknown> }>(
    ana,
    'select data from app.events where subject_id = $1 and name = $2 order by id desc limit 1',
    [id, name],
  )
  return row?.data
}

/** A laptop that asks for a signature, with five chargers in one place and three cables, which are used up, in two. */
async function furnish() {
  const [store, attic] = await Promise.all([makePlace(desk), makePlace(desk, 'Attic')])
  const [thing, charger, cable] = await Promise.all([
    makeThing(desk, { locationId: store, requiresAcceptance: true, policyText: 'Mind it.' }),
    addItem(desk, {}, { at: { [store]: 5 } }),
    addItem(desk, { kind: 'CONSUMABLE' }, { at: { [store]: 1, [attic]: 2 } }),
  ])
  return { store, attic, thing, charger, cable, personId: await idOf(marta) }
}

test('go along in one deed, stand in what is agreed to, and are with the person', async () => {
  const { thing, charger, cable, personId } = await furnish()
  const accessories = [
    { stockItemId: charger.id, quantity: 2 },
    { stockItemId: cable.id, quantity: 2 },
  ]
  const { data } = await out(thing.id, { personId, accessories })
  assert.deepEqual([await left(charger.id), await left(cable.id)], [3, 1])
  const { data: asked } = await desk
    .as(ana)
    .call(acceptances.get, { params: { id: data.acceptanceId ?? '' } })
  const named = [
    { name: charger.name, quantity: 2 },
    { name: cable.name, quantity: 2 },
  ]
  assert.deepEqual(asked.accessories, named)
  assert.deepEqual((await detailsOf(thing.id, 'asset.checked_out'))?.['accessories'], named)
  const who = (await desk.as(marta).call(stock.mine)).data.data
  assert.equal(who.find(({ itemId }) => itemId === charger.id)?.quantity, 2)
  // What is used up is asked of nobody.
  const along = await alongOf(thing.id)
  assert.deepEqual(
    along.map(([id, , quantity]) => [id, quantity]),
    [[charger.id, 2]],
  )
  const undone = await undo(data.operationId)
  assert.equal(undone.status, 200)
  assert.deepEqual([await left(charger.id), await left(cable.id), await alongOf(thing.id)], [5, 3, []])
})

test('come back as far as they are named; what does not stays noted, and undo gives them out again', async () => {
  const { store, thing, charger, personId } = await furnish()
  await out(thing.id, { personId, accessories: [{ stockItemId: charger.id, quantity: 3 }] })
  const tooMany = await back(thing.id, { returnedAccessories: [{ stockItemId: charger.id, quantity: 4 }] })
  assert.deepEqual(
    [tooMany.status, tooMany.problem.errors?.[0]?.pointer],
    [422, '/returnedAccessories/0/quantity'],
  )
  const { data } = await back(thing.id, {
    returnedAccessories: [{ stockItemId: charger.id, quantity: 1 }],
  })
  assert.deepEqual([data.status, await left(charger.id)], ['IN_STOCK', 3])
  assert.deepEqual(
    (await alongOf(thing.id)).map(([id, , quantity]) => [id, quantity]),
    [[charger.id, 2]],
  )
  const said = await detailsOf(thing.id, 'asset.checked_in')
  assert.deepEqual(
    [said?.['accessories'], said?.['missingAccessories']],
    [[{ name: charger.name, quantity: 1 }], [{ name: charger.name, quantity: 2 }]],
  )
  assert.equal((await undo(data.operationId)).status, 200)
  assert.equal(await left(charger.id), 2)
  // What came back at the counter of the store alone is not asked for again.
  const counter = { type: 'RETURN' as const, locationId: store, quantity: 2, personId }
  await desk.as(ana).call(stock.move, { params: { id: charger.id }, body: counter })
  assert.deepEqual(
    (await alongOf(thing.id)).map(([, , quantity]) => quantity),
    [1],
  )
})

test('come back with each of several things in one deed, on one receipt', async () => {
  const { thing, charger, store, personId } = await furnish()
  const dock = await makeThing(desk, { locationId: store })
  await out(thing.id, { personId, accessories: [{ stockItemId: charger.id, quantity: 2 }] })
  await out(dock.id, { personId, accessories: [{ stockItemId: charger.id, quantity: 1 }] })
  const returns = (quantity: number, locationId?: string) =>
    desk.as(ana).call(kits.takeBack, {
      body: {
        back: [
          {
            assetId: thing.id,
            condition: 'GOOD',
            returnedAccessories: [
              { stockItemId: charger.id, quantity: 1, ...(locationId && { locationId }) },
            ],
          },
          {
            assetId: dock.id,
            condition: 'MARKED',
            returnedAccessories: [{ stockItemId: charger.id, quantity }],
          },
        ],
      },
    })
  const pointer = async (refused: ReturnType<typeof returns>) => (await refused).problem.errors?.[0]?.pointer
  assert.equal(await pointer(returns(2)), '/back/1/returnedAccessories/0/quantity')
  assert.equal(await pointer(returns(1, newId())), '/back/0/returnedAccessories/0/locationId')
  assert.equal(await left(charger.id), 2)
  const { data } = await returns(1)
  assert.deepEqual([data.backCount, await left(charger.id)], [2, 4])
  assert.deepEqual((await detailsOf(thing.id, 'asset.checked_in'))?.['missingAccessories'], [
    { name: charger.name, quantity: 1 },
  ])
  assert.equal((await detailsOf(dock.id, 'asset.checked_in'))?.['missingAccessories'], undefined)
  const receipts = await desk.rows<{ accessories: unknown }>(
    ana,
    `select accessories from app.acceptances x where kind = 'RECEIPT'
     and exists (select from app.acceptance_things t where t.acceptance_id = x.id and t.asset_id = $1)`,
    [dock.id],
  )
  const one = { name: charger.name, quantity: 1 }
  assert.deepEqual(receipts, [{ accessories: [one, one] }])
  assert.equal((await undo(data.operationId)).status, 200)
  assert.equal(await left(charger.id), 2)
})

test('what came back by itself is asked for with no second thing', async () => {
  const { thing, charger, store, personId } = await furnish()
  const dock = await makeThing(desk, { locationId: store })
  for (const { id } of [thing, dock])
    await out(id, { personId, accessories: [{ stockItemId: charger.id, quantity: 1 }] })
  const counter = { type: 'RETURN' as const, locationId: store, quantity: 1, personId }
  await desk.as(ana).call(stock.move, { params: { id: charger.id }, body: counter })
  const theirs = async () => {
    const { data } = await desk.as(ana).call(stock.ofPerson, { params: { id: personId } })
    return data.along.flatMap(({ itemId, assetId, quantity }) =>
      itemId === charger.id ? [[assetId, quantity]] : [],
    )
  }
  assert.deepEqual(await theirs(), [[thing.id, 1]])
})

test('too few of one: what is short is named, and nothing is handed out', async () => {
  const { attic, thing, charger, cable, personId } = await furnish()
  const short = await out(thing.id, {
    personId,
    accessories: [
      { stockItemId: charger.id, quantity: 1 },
      { stockItemId: cable.id, quantity: 3, locationId: attic },
    ],
  })
  assert.equal(short.status, 409)
  assert.match(short.problem.detail ?? '', new RegExp(`3 × ${cable.name} \\(2 left\\)`))
  assert.deepEqual([await left(charger.id), await left(cable.id)], [5, 3])
  assert.equal((await out(thing.id, { personId })).status, 200)
})

test('only a person gets them, of items that are there, from places that are there, each named once', async () => {
  const { store, thing, charger, personId } = await furnish()
  const one = { stockItemId: charger.id, quantity: 1 }
  const cases: [BodyIn<typeof custody.checkOut>, number, string][] = [
    [{ locationId: store, accessories: [one] }, 422, '/accessories'],
    [{ personId, accessories: [{ ...one, stockItemId: newId() }] }, 422, '/accessories/0/stockItemId'],
    [{ personId, accessories: [{ ...one, locationId: newId() }] }, 422, '/accessories/0/locationId'],
    [{ personId, accessories: [one, one] }, 400, '/accessories'],
  ]
  for (const [body, status, pointer] of cases) {
    const refused = await out(thing.id, body)
    assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [status, pointer])
  }
  const never = await makeThing(desk)
  await out(never.id, { personId: await idOf(jorge) })
  const strange = await back(never.id, { returnedAccessories: [one] })
  assert.deepEqual(
    [strange.status, strange.problem.errors?.[0]?.pointer],
    [422, '/returnedAccessories/0/stockItemId'],
  )
})

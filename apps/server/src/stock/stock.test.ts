import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type BodyIn, operations, stock } from '@deskhand/contract'
import { addCategory, addModel } from '../asset-catalogue/sample.ts'
import { makePlace, makeThing } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, nuria, olga } from '../testing/people.ts'
import { addItem } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
const [store, other, jorgeId] = await Promise.all([
  makePlace(desk, 'Store'),
  makePlace(desk, 'Cupboard'),
  desk.who(jorge).then(({ personId }) => personId),
])

const move = (id: string, body: BodyIn<typeof stock.move>, who = ana) =>
  desk.as(who).call(stock.move, { params: { id }, body })
const issue = (id: string, body: BodyIn<typeof stock.issue>, who = ana) =>
  desk.as(who).call(stock.issue, { params: { id }, body })
const transfer = (id: string, body: BodyIn<typeof stock.transfer>) =>
  desk.as(ana).call(stock.transfer, { params: { id }, body })
const see = async (id: string) => (await desk.as(ana).call(stock.get, { params: { id } })).data
const there = async (id: string) =>
  Object.fromEntries((await see(id)).levels.map(({ locationId, quantity }) => [locationId, quantity]))
const undo = (operationId: string, who = ana) =>
  desk.as(who).call(operations.undo, { params: { operationId }, body: {} })
const ledger = async (id: string) => (await desk.as(ana).call(stock.movements, { params: { id } })).data.data

describe('movements', () => {
  test('each has lines that sum to zero, and the levels are what they come to', async () => {
    const { id } = await addItem(desk, { kind: 'ACCESSORY' })
    assert.equal(
      (await move(id, { type: 'RECEIVE', locationId: store, quantity: 10, note: 'L-77' })).status,
      201,
    )
    assert.equal(
      (await transfer(id, { fromLocationId: store, toLocationId: other, quantity: 4 })).status,
      201,
    )
    assert.equal((await issue(id, { locationId: other, quantity: 3, personId: jorgeId })).status, 201)
    const back = { type: 'RETURN' as const, locationId: store, quantity: 1, personId: jorgeId }
    assert.equal((await move(id, back)).status, 201)
    const lost = { type: 'ADJUST' as const, locationId: store, change: -2, reason: 'Counted' }
    assert.equal((await move(id, lost)).status, 201)
    assert.deepEqual(await there(id), { [store]: 5, [other]: 1 })
    const item = await see(id)
    assert.deepEqual([item.inStock, item.held, item.reserved], [6, 2, 0])
    assert.deepEqual(
      item.holders.map(({ personId, quantity }) => [personId, quantity]),
      [[jorgeId, 2]],
    )
    const lines = await ledger(id)
    assert.deepEqual(
      lines.map(({ kind, quantity, note }) => [kind, quantity, note]),
      [
        ['ADJUST', 2, 'Counted'],
        ['RETURN', 1, null],
        ['ISSUE', 3, null],
        ['TRANSFER', 4, null],
        ['RECEIVE', 10, 'L-77'],
      ],
    )
    for (const one of lines)
      assert.equal(
        one.lines.reduce((sum, { quantity }) => sum + quantity, 0),
        0,
      )
    assert.deepEqual(
      lines.at(-1)?.lines.map(({ account, quantity }) => [account, quantity]),
      [
        ['SUPPLIER', -10],
        ['PLACE', 10],
      ],
    )
    const first = await desk.as(ana).call(stock.movements, { params: { id }, query: { limit: 2 } })
    const cursor = first.data.page.next ?? ''
    const rest = await desk.as(ana).call(stock.movements, { params: { id }, query: { limit: 50, cursor } })
    assert.deepEqual(
      [...first.data.data, ...rest.data.data].map((one) => one.id),
      lines.map((one) => one.id),
    )
  })

  test('a consumable is used up and does not come back', async () => {
    const { id } = await addItem(desk, { kind: 'CONSUMABLE' }, { at: { [store]: 5 } })
    await issue(id, { locationId: store, quantity: 2, personId: jorgeId })
    const item = await see(id)
    assert.deepEqual([item.inStock, item.held, item.holders], [3, 0, []])
    const back = await move(id, { type: 'RETURN', locationId: store, quantity: 1, personId: jorgeId })
    assert.deepEqual([back.status, back.problem.code], [409, 'state'])
    assert.equal((await ledger(id))[0]?.personName, 'Jorge Vidal')
  })

  test('what is not there is refused with what is left, and changes nothing', async () => {
    const { id } = await addItem(desk, {}, { at: { [store]: 2 } })
    const much = await issue(id, { locationId: store, quantity: 3, personId: jorgeId })
    assert.equal(much.status, 409)
    assert.match(much.problem.detail ?? '', /^Only 2 are left at Store/)
    const none = await issue(id, { locationId: other, quantity: 1, personId: jorgeId })
    assert.match(none.problem.detail ?? '', /^Nothing is left at Cupboard/)
    const fewer = await move(id, { type: 'ADJUST', locationId: store, change: -3, reason: 'Lost' })
    assert.equal(fewer.status, 409)
    const back = await move(id, { type: 'RETURN', locationId: store, quantity: 1, personId: jorgeId })
    assert.deepEqual([back.status, back.problem.errors?.[0]?.pointer], [422, '/quantity'])
    assert.deepEqual(await there(id), { [store]: 2 })
    assert.equal((await ledger(id)).length, 1)
  })

  test('of two who take the last one at once, one gets it and the other hears that nothing is left', async () => {
    const { id } = await addItem(desk, {}, { at: { [store]: 1 } })
    const both = await Promise.all(
      [ana, elena].map((who) => issue(id, { locationId: store, quantity: 1, personId: jorgeId }, who)),
    )
    const [won, lost] = both.toSorted((one, two) => one.status - two.status)
    assert.deepEqual([won?.status, lost?.status], [201, 409])
    assert.match(lost?.problem.detail ?? '', /^Nothing is left at Store/)
    assert.deepEqual([(await see(id)).inStock, (await see(id)).held], [0, 1])
  })

  test('an accessory is with many at once, whoever has some sees it, and nobody else does', async () => {
    const { id, name } = await addItem(desk, {}, { at: { [store]: 5 } })
    const thing = await makeThing(desk)
    const { personId: martaId } = await desk.who(marta)
    await issue(id, { locationId: store, quantity: 2, personId: jorgeId })
    await issue(id, { locationId: store, quantity: 1, personId: martaId })
    await issue(id, { locationId: store, quantity: 1, assetId: thing.id })
    const mine = async (who: string) =>
      (await desk.as(who).call(stock.mine)).data.data.filter((one) => one.itemId === id)
    assert.deepEqual(
      (await mine(jorge)).map((one) => [one.name, one.quantity]),
      [[name, 2]],
    )
    assert.equal((await mine(marta))[0]?.quantity, 1)
    assert.deepEqual(await mine(ana), [])
    const theirs = await desk.as(ana).call(stock.ofPerson, { params: { id: jorgeId } })
    assert.ok(theirs.data.data.some((one) => one.itemId === id && one.quantity === 2))
    assert.equal((await desk.as(marta).call(stock.ofPerson, { params: { id: jorgeId } })).status, 403)
    const parts = await desk.as(ana).call(stock.ofAsset, { params: { id: thing.id } })
    assert.deepEqual(
      parts.data.has.map((one) => [one.itemId, one.quantity]),
      [[id, 1]],
    )
  })

  test('bad input names its field', async () => {
    const { id } = await addItem(desk, {}, { at: { [store]: 5 } })
    const cases: [BodyIn<typeof stock.issue>, number, string][] = [
      [{ locationId: store, quantity: 1 }, 400, '/personId'],
      [{ locationId: store, quantity: 0, personId: jorgeId }, 400, '/quantity'],
      [{ quantity: 1, personId: jorgeId }, 400, '/locationId'],
      [{ locationId: newId(), quantity: 1, personId: jorgeId }, 422, '/locationId'],
      [{ locationId: store, quantity: 1, personId: newId() }, 422, '/personId'],
      [{ locationId: store, quantity: 1, assetId: newId() }, 422, '/assetId'],
      [{ locationId: store, quantity: 1, personId: jorgeId, requestId: newId() }, 422, '/requestId'],
      [{ personId: jorgeId, reservationId: newId() }, 422, '/reservationId'],
    ]
    for (const [body, status, pointer] of cases) {
      const outcome = await issue(id, body)
      assert.deepEqual([outcome.status, outcome.problem.errors?.[0]?.pointer], [status, pointer])
    }
    const same = await transfer(id, { fromLocationId: store, toLocationId: store, quantity: 1 })
    assert.deepEqual([same.status, same.problem.errors?.[0]?.pointer], [400, '/toLocationId'])
    assert.equal((await ledger(id)).length, 1)
  })

  test('forbidden to who keeps no such things, and not there for another company', async () => {
    const [it] = await desk.rows<{ id: string }>(ana, `select id from app.desks where code = 'IT'`)
    const { id } = await addItem(desk, { deskId: it?.id ?? '' }, { at: { [store]: 1 } })
    const body = { type: 'RECEIVE' as const, locationId: store, quantity: 1 }
    assert.equal((await move(id, body, nuria)).status, 403)
    assert.equal((await move(id, body, jorge)).status, 403)
    assert.equal((await move(id, body, olga)).status, 404)
    assert.equal((await desk.as(olga).call(stock.get, { params: { id } })).status, 404)
  })
})

describe('undo', () => {
  test('is a movement of its own, once', async () => {
    const { id } = await addItem(desk, {}, { at: { [store]: 5 } })
    const { data } = await issue(id, { locationId: store, quantity: 2, personId: jorgeId })
    assert.equal((await undo(data.operationId)).status, 200)
    assert.deepEqual([await there(id), (await see(id)).held], [{ [store]: 5 }, 0])
    const [last, issued] = await ledger(id)
    assert.deepEqual([last?.kind, last?.undoesId, issued?.undoneById], ['UNDO', data.movement.id, last?.id])
    assert.equal((await undo(data.operationId)).status, 409)
  })

  test('is refused where the units are not there any more', async () => {
    const { id } = await addItem(desk)
    const { data } = await move(id, { type: 'RECEIVE', locationId: store, quantity: 5 })
    await issue(id, { locationId: store, quantity: 3, personId: jorgeId })
    const refused = await undo(data.operationId)
    assert.equal(refused.status, 409)
    assert.match(refused.problem.detail ?? '', /Only 2 are left at Store/)
    assert.deepEqual(await there(id), { [store]: 2 })
  })
})

describe('items', () => {
  test('say where too little is, and what to order', async () => {
    const thresholds = [
      { locationId: store, minimum: 3, reorderPoint: 5, maximum: 10 },
      { locationId: other, minimum: 1 },
    ]
    const { id } = await addItem(desk, { thresholds }, { at: { [store]: 6, [other]: 4 } })
    const state = async () => (await see(id)).state
    const short = async () =>
      (await desk.as(ana).call(stock.belowMinimum)).data.data.filter((one) => one.itemId === id)
    assert.deepEqual([await state(), await short()], ['OK', []])
    await issue(id, { locationId: store, quantity: 1, personId: jorgeId })
    assert.deepEqual([await state(), (await short())[0]?.suggested], ['REORDER', 5])
    await issue(id, { locationId: store, quantity: 3, personId: jorgeId })
    assert.deepEqual([await state(), (await short())[0]?.suggested], ['BELOW', 8])
    const listed = await desk.as(ana).call(stock.list, { query: { state: 'BELOW', limit: 200 } })
    assert.ok(listed.data.data.some((one) => one.id === id && one.inStock === 6))
    const fine = await desk.as(ana).call(stock.list, { query: { state: 'OK', limit: 200 } })
    assert.ok(!fine.data.data.some((one) => one.id === id))
  })

  test('are listed in any order, page by page', async () => {
    const prefix = `Listed ${process.pid}`
    for (const [name, quantity] of [
      ['a', 9],
      ['B', 10],
      ['c', 1],
    ] as const)
      await addItem(desk, { name: `${prefix} ${name}` }, { at: { [store]: quantity } })
    for (const [sort, expected] of [
      ['name', 'aBc'],
      ['-name', 'cBa'],
      ['inStock', 'caB'],
      ['-inStock', 'Bac'],
    ] as const) {
      let seen = ''
      let cursor: string | undefined
      do {
        const query = { text: prefix.toUpperCase(), sort, limit: 1, ...(cursor && { cursor }) }
        const { data } = await desk.as(ana).call(stock.list, { query })
        seen += data.data.map(({ name }) => name.slice(-1)).join('')
        cursor = data.page.next ?? undefined
      } while (cursor)
      assert.equal(seen, expected, sort)
    }
  })

  test('are not looked for by what no text has', async () => {
    const { status, problem } = await desk.as(ana).call(stock.list, { query: { text: '\0' } })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [400, '?text'])
  })

  test('change under their version, and only what is said', async () => {
    const category = await addCategory(desk)
    const model = await addModel(desk, { categoryId: category.id })
    const item = await addItem(desk, { thresholds: [{ locationId: store, minimum: 2 }] })
    const params = { id: item.id }
    const change = (body: BodyIn<typeof stock.change>, version?: number) =>
      desk.as(ana).call(stock.change, {
        params,
        body,
        ...(version ? { headers: { 'if-match': `"${version}"` } } : {}),
      })
    const { data } = await change({ modelIds: [model.id], unitCost: { amount: '1250', currency: 'EUR' } }, 1)
    assert.deepEqual([data.version, data.models[0]?.id, data.levels[0]?.minimum], [2, model.id, 2])
    assert.equal((await change({ notes: 'Late' }, 1)).status, 412)
    assert.equal((await change({ modelIds: [model.id] })).data.version, 2)
    const thing = await makeThing(desk, { categoryId: category.id, modelId: model.id })
    const parts = await desk.as(ana).call(stock.ofAsset, { params: { id: thing.id } })
    assert.deepEqual(
      parts.data.fits.map(({ id }) => id),
      [item.id],
    )
    assert.deepEqual((await change({ modelIds: [newId()] })).problem.errors?.[0]?.pointer, '/modelIds/0')
    const same = await change({ modelIds: [model.id, model.id] })
    assert.deepEqual([same.status, same.problem.errors?.[0]?.pointer], [422, '/modelIds/1'])
    const twice = [{ locationId: store }, { locationId: store, minimum: 1 }]
    assert.deepEqual(
      (await change({ thresholds: twice })).problem.errors?.[0]?.pointer,
      '/thresholds/1/locationId',
    )
    const crooked = [{ locationId: store, minimum: 5, maximum: 2 }]
    assert.deepEqual(
      (await change({ thresholds: crooked })).problem.errors?.[0]?.pointer,
      '/thresholds/0/maximum',
    )
    const again = await desk
      .as(ana)
      .call(stock.add, { body: { name: item.name.toUpperCase(), kind: 'PART' } })
    assert.deepEqual([again.status, again.problem.errors?.[0]?.pointer], [409, '/name'])
    await move(item.id, { type: 'RECEIVE', locationId: store, quantity: 1 })
    assert.equal((await change({ kind: 'CONSUMABLE' })).problem.errors?.[0]?.pointer, '/kind')
    assert.equal((await change({ kind: 'PART' })).status, 200)
  })

  test('are retired when nothing is left, keep their ledger, and come back', async () => {
    const { id } = await addItem(desk, {}, { at: { [store]: 1 } })
    const retire = () => desk.as(ana).call(stock.remove, { params: { id } })
    assert.equal((await retire()).status, 409)
    await issue(id, { locationId: store, quantity: 1, personId: jorgeId })
    assert.equal((await retire()).status, 204)
    assert.equal((await move(id, { type: 'RECEIVE', locationId: store, quantity: 1 })).status, 409)
    assert.equal(
      (await move(id, { type: 'RETURN', locationId: store, quantity: 1, personId: jorgeId })).status,
      201,
    )
    assert.equal((await ledger(id)).length, 3)
    const back = await desk.as(ana).call(stock.change, { params: { id }, body: { isActive: true } })
    assert.equal(back.data.isActive, true)
  })
})

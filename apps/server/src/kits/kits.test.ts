import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import {
  acceptances,
  assetCatalogue,
  assets,
  type BodyIn,
  custody,
  kits,
  operations,
} from '@deskhand/contract'
import { makeCategory, makeThing, tomorrow } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

/** Kinds of a test's own, and a kit of one of each. */
async function makeKit(kinds: readonly Parameters<typeof makeCategory>[1][]) {
  const categoryIds = await Promise.all(kinds.map((kind) => makeCategory(desk, kind)))
  const parts = categoryIds.map((categoryId) => ({ categoryId }))
  const { data: kit } = await desk.as(ana).call(kits.add, { body: { name: `Kit ${newId()}`, parts } })
  return { kit, categoryIds }
}
/** One free thing of each of these categories. */
const stockOf = (categoryIds: readonly string[]) =>
  Promise.all(categoryIds.map((categoryId) => makeThing(desk, { categoryId })))

const idOf = async (email: string) => (await desk.who(email)).personId
const out = (by: string, id: string, body: BodyIn<typeof kits.checkOut>) =>
  desk.as(by).call(kits.checkOut, { params: { id }, body })
const undo = (by: string, operationId: string) =>
  desk.as(by).call(operations.undo, { params: { operationId }, body: {} })
const statusOf = async (id: string) =>
  (
    await desk.rows<{ status: string; sub: string; person: string | null }>(
      ana,
      'select status, sub_status as sub, person_id as person from app.assets where id = $1',
      [id],
    )
  )[0]
const kitOf = async (id: string) =>
  (await desk.as(ana).call(kits.list)).data.data.find((kit) => kit.id === id)
const handOutsOf = async (kitId: string) =>
  (await desk.as(ana).call(kits.handOuts, { query: { kitId } })).data.data
const eventsOf = (id: string) =>
  desk.rows<{ name: string }>(ana, 'select name from app.events where subject_id = $1 order by id', [id])

describe('making a kit', () => {
  test('of models and categories, with what is free of each', async () => {
    const { kit, categoryIds } = await makeKit([{}, {}])
    assert.deepEqual([kit.readyCount, kit.outCount, kit.version], [0, 0, 1])
    await stockOf([categoryIds[0] ?? '', ...categoryIds])
    const now = await kitOf(kit.id)
    assert.deepEqual(
      now?.parts.map(({ count, freeCount }) => [count, freeCount]),
      [
        [1, 2],
        [1, 1],
      ],
    )
    assert.equal(now?.readyCount, 1)
  })

  test('changes by its version, and says so; the same again changes nothing', async () => {
    const { kit, categoryIds } = await makeKit([{}])
    const params = { id: kit.id }
    const change = (body: BodyIn<typeof kits.change>, version = 1) =>
      desk.as(luis).call(kits.change, { params, body, headers: { 'if-match': `"${version}"` } })
    const parts = [{ categoryId: categoryIds[0] ?? '', count: 2 }]
    const changed = await change({ description: 'For whoever is new', parts })
    assert.deepEqual([changed.data.parts[0]?.count, changed.data.version], [2, 2])
    assert.equal((await change({ name: 'Late' })).status, 412)
    assert.equal((await change({ parts }, 2)).data.version, 2)
    assert.deepEqual(
      (await eventsOf(kit.id)).map(({ name }) => name),
      ['kit.created', 'kit.updated'],
    )
  })

  test('refuses names that are taken, parts that are not there or named twice, and names the field', async () => {
    const { kit } = await makeKit([{}])
    const categoryId = await makeCategory(desk)
    const add = (body: BodyIn<typeof kits.add>) => desk.as(ana).call(kits.add, { body })
    const taken = await add({ name: kit.name.toUpperCase(), parts: [{ categoryId }] })
    assert.deepEqual([taken.status, taken.problem.errors?.[0]?.pointer], [409, '/name'])
    const cases: [BodyIn<typeof kits.add>['parts'], number, string][] = [
      [[{ modelId: newId() }], 422, '/parts/0/modelId'],
      [[{ categoryId }, { categoryId: newId() }], 422, '/parts/1/categoryId'],
      [[{ categoryId }, { categoryId }], 400, '/parts'],
      [[{}], 400, '/parts/0/modelId'],
      [[], 400, '/parts'],
    ]
    for (const [parts, status, pointer] of cases) {
      const refused = await add({ name: newId(), parts })
      assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [status, pointer])
    }
  })

  test('is for technicians; another company sees none of it', async () => {
    const { kit } = await makeKit([{}])
    const params = { id: kit.id }
    assert.equal((await desk.as(marta).call(kits.list)).status, 403)
    assert.equal((await desk.as(iris).call(kits.change, { params, body: { name: 'Theirs' } })).status, 404)
    assert.equal((await desk.as(iris).call(kits.offer, { params })).status, 404)
    assert.ok(!(await desk.as(iris).call(kits.list)).data.data.some(({ id }) => id === kit.id))
  })

  test('a kind that a kit names is retired and not deleted', async () => {
    const { categoryIds } = await makeKit([{}])
    const params = { id: categoryIds[0] ?? '' }
    assert.equal((await desk.as(elena).call(assetCatalogue.retireCategory, { params })).status, 204)
    const { data } = await desk.as(elena).call(assetCatalogue.categories)
    assert.equal(data.data.find(({ id }) => id === params.id)?.isActive, false)
  })

  test('deleted it is gone, and undone it is back', async () => {
    const { kit } = await makeKit([{}])
    const removed = await desk.as(ana).call(kits.remove, { params: { id: kit.id } })
    assert.equal(await kitOf(kit.id), undefined)
    assert.equal((await undo(ana, removed.data.operationId)).status, 200)
    assert.equal((await kitOf(kit.id))?.name, kit.name)
  })
})

describe('handing a kit out', () => {
  test('everything in one deed, with one agreement, and all of it undone at once', async () => {
    const policy = { requiresAcceptance: true, policyText: 'Mind it.' }
    const { kit, categoryIds } = await makeKit([policy, policy, {}])
    const things = await stockOf(categoryIds)
    const personId = await idOf(marta)
    const dueAt = tomorrow()
    const { data, status } = await out(ana, kit.id, { personId, dueAt })
    assert.equal(status, 200)
    assert.deepEqual(
      data.things.map(({ id, state }) => [id, state]),
      things.map(({ id }) => [id, 'OUT']),
    )
    assert.deepEqual([data.isOpen, data.dueAt, data.lacking], [true, dueAt, []])
    const asked = await desk.as(marta).call(acceptances.get, { params: { id: data.acceptanceId ?? '' } })
    assert.equal(asked.data.things.length, 2)
    for (const { id } of things) assert.equal((await statusOf(id))?.sub, 'ON_LOAN')
    assert.equal((await kitOf(kit.id))?.outCount, 1)
    assert.equal((await undo(ana, data.operationId)).status, 200)
    for (const { id } of things)
      assert.deepEqual(await statusOf(id), { status: 'IN_STOCK', sub: 'AVAILABLE', person: null })
    assert.deepEqual(await handOutsOf(kit.id), [])
    assert.equal((await kitOf(kit.id))?.outCount, 0)
  })

  test('what is offered can be changed, and what is left out is remembered', async () => {
    const { kit, categoryIds } = await makeKit([{}, {}])
    const [first = '', second = ''] = categoryIds
    // One after the other: what lies there longest is offered first.
    const [offered] = await stockOf([first])
    const [wanted] = await stockOf([first])
    const offer = await desk.as(ana).call(kits.offer, { params: { id: kit.id } })
    assert.deepEqual(offer.data.data[0]?.offered, [offered?.id])
    assert.deepEqual(
      offer.data.data.map(({ things }) => things.length),
      [2, 0],
    )
    const personId = await idOf(jorge)
    const refused = await out(ana, kit.id, { personId })
    assert.deepEqual([refused.status, refused.problem.code], [409, 'state'])
    assert.match(refused.problem.detail, /Not free now: Kind /)
    const parts = [{ position: 0, assetIds: [wanted?.id ?? ''] }]
    const { data } = await out(ana, kit.id, { personId, parts })
    assert.deepEqual(
      data.things.map(({ id }) => id),
      [wanted?.id],
    )
    assert.deepEqual(
      data.lacking.map(({ count, name }) => [count, name.includes(second)]),
      [[1, true]],
    )
    assert.equal((await statusOf(offered?.id ?? ''))?.status, 'IN_STOCK')
  })

  test('refuses what does not fit its part, what is named twice, and what is not free, and does nothing', async () => {
    const { kit, categoryIds } = await makeKit([{}, {}])
    const [one, other] = await stockOf(categoryIds)
    const held = await makeThing(desk, { categoryId: categoryIds[1] ?? '', subStatus: 'LEGAL_HOLD' })
    const personId = await idOf(marta)
    const cases: [BodyIn<typeof kits.checkOut>['parts'], number][] = [
      [[{ position: 0, assetIds: [other?.id ?? ''] }], 422],
      [[{ position: 0, assetIds: [one?.id ?? '', one?.id ?? ''] }], 422],
      [[{ position: 7, assetIds: [one?.id ?? ''] }], 422],
      [[], 422],
      [[{ position: 0, assetIds: [newId()] }], 404],
      [
        [
          { position: 0, assetIds: [one?.id ?? ''] },
          { position: 1, assetIds: [held.id] },
        ],
        409,
      ],
    ]
    for (const [parts, status] of cases)
      assert.equal((await out(ana, kit.id, { personId, parts })).status, status, JSON.stringify(parts))
    const twice = [one, other].map((thing) => ({ position: 0, assetIds: [thing?.id ?? ''] }))
    const named = await out(ana, kit.id, { personId, parts: twice })
    assert.deepEqual([named.status, named.problem.errors?.[0]?.pointer], [422, '/parts/1/position'])
    assert.equal((await out(ana, kit.id, {})).status, 400)
    assert.equal((await statusOf(one?.id ?? ''))?.status, 'IN_STOCK')
    assert.deepEqual(await handOutsOf(kit.id), [])
  })

  test('two at once get different things, and the third reads what is not free', async () => {
    const { kit, categoryIds } = await makeKit([{}, {}])
    await stockOf([...categoryIds, ...categoryIds])
    const personId = await idOf(marta)
    const tries = await Promise.all([ana, luis, elena].map((by) => out(by, kit.id, { personId })))
    assert.deepEqual(tries.map(({ status }) => status).sort(), [200, 200, 409])
    const ids = (await handOutsOf(kit.id)).flatMap(({ things }) => things.map(({ id }) => id))
    assert.equal(new Set(ids).size, 4)
  })

  test('only of what one’s desk keeps, and not for employees or another company', async () => {
    const { kit, categoryIds } = await makeKit([{ deskCode: 'IT' }])
    const [thing] = await stockOf(categoryIds)
    const personId = await idOf(marta)
    assert.equal((await out(marta, kit.id, { personId })).status, 403)
    assert.equal((await out(nuria, kit.id, { personId })).status, 409)
    const parts = [{ position: 0, assetIds: [thing?.id ?? ''] }]
    assert.equal((await out(nuria, kit.id, { personId, parts })).status, 403)
    assert.equal((await out(iris, kit.id, { personId })).status, 404)
    assert.equal((await statusOf(thing?.id ?? ''))?.status, 'IN_STOCK')
  })
})

describe('coming back', () => {
  test('as a whole: what is back, what is missing, and undone it is out again', async () => {
    const { kit, categoryIds } = await makeKit([
      { bearsData: true, deskCode: 'IT' },
      { deskCode: 'IT' },
      { deskCode: 'IT' },
    ])
    const [one, two, three] = (await stockOf(categoryIds)).map(({ id }) => id)
    assert.ok(one && two && three)
    const personId = await idOf(jorge)
    await out(ana, kit.id, { personId })
    const statesOf = async () => (await handOutsOf(kit.id))[0]?.things.map(({ state }) => state)
    const { data } = await desk.as(luis).call(kits.takeBack, {
      body: {
        back: [
          { assetId: one, condition: 'GOOD' },
          { assetId: two, condition: 'DAMAGED' },
        ],
        missing: [{ assetId: three, report: 'The charger was left in the hotel.' }],
        note: 'From the leaver',
      },
    })
    assert.deepEqual([data.backCount, data.missingCount], [2, 1])
    assert.deepEqual(await statesOf(), ['BACK', 'BACK', 'MISSING'])
    assert.deepEqual(
      (await Promise.all([one, two, three].map(statusOf))).map((row) => [row?.sub, row?.person]),
      [
        ['TO_WIPE', null],
        ['TO_INSPECT', null],
        ['LOST', personId],
      ],
    )
    assert.equal((await handOutsOf(kit.id))[0]?.isOpen, true)
    assert.equal((await undo(sofia, data.operationId)).status, 200)
    assert.deepEqual(await statesOf(), ['OUT', 'OUT', 'OUT'])
  })

  test('one by one as well, and handed out with a later kit it is that one’s', async () => {
    const { kit, categoryIds } = await makeKit([{}])
    const [thing] = await stockOf(categoryIds)
    const id = thing?.id ?? ''
    const personId = await idOf(marta)
    await out(ana, kit.id, { personId })
    await desk.as(ana).call(custody.checkIn, { params: { id }, body: { condition: 'GOOD' } })
    assert.equal((await handOutsOf(kit.id))[0]?.isOpen, false)
    const ready = { to: 'IN_STOCK', subStatus: 'AVAILABLE' } as const
    await desk.as(ana).call(assets.transition, { params: { id }, body: ready })
    await out(ana, kit.id, { personId })
    assert.deepEqual(
      (await handOutsOf(kit.id)).map(({ isOpen }) => isOpen),
      [true, false],
    )
    const open = await desk.as(ana).call(kits.handOuts, { query: { kitId: kit.id, isOpen: 'true' } })
    assert.equal(open.data.data.length, 1)
    const [first] = (await desk.as(ana).call(kits.handOuts, { query: { kitId: kit.id, limit: '1' } })).data
      .data
    assert.equal(first?.isOpen, true)
  })

  test('all or nothing, by those who keep it', async () => {
    const { kit, categoryIds } = await makeKit([{ deskCode: 'IT' }, { deskCode: 'IT' }])
    const [one, two] = (await stockOf(categoryIds)).map(({ id }) => id)
    assert.ok(one && two)
    await out(ana, kit.id, { personId: await idOf(marta), parts: [{ position: 0, assetIds: [one] }] })
    const back = [one, two].map((assetId) => ({ assetId, condition: 'GOOD' as const }))
    const all = (by: string) => desk.as(by).call(kits.takeBack, { body: { back } })
    assert.equal((await all(ana)).status, 409)
    assert.equal((await all(nuria)).status, 403)
    assert.equal((await all(iris)).status, 404)
    assert.equal((await all(marta)).status, 403)
    assert.equal((await statusOf(one))?.status, 'DEPLOYED')
    const [first] = back
    assert.ok(first)
    const twice = await desk.as(ana).call(kits.takeBack, { body: { back: [first, first] } })
    assert.equal(twice.status, 400)
  })
})

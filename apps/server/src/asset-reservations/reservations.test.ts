import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import {
  assetCatalogue,
  assetReservations,
  assets,
  type BodyIn,
  custody,
  operations,
  stock,
} from '@deskhand/contract'
import { makePlace, makeThing } from '../custody/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { newId } from '../platform/ids.ts'
import { addItem } from '../stock/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../testing/people.ts'
import { forHours, inHours, makeLoanable, moveTo, reserve } from './testing/loanable.ts'

const desk = await openDesk()
after(() => desk.close())
afterEach(() => clock.reset())

const idOf = async (email: string) => (await desk.who(email)).personId
const undo = (by: string, operationId: string) =>
  desk.as(by).call(operations.undo, { params: { operationId }, body: {} })
const see = async (id: string, by = ana) =>
  (await desk.as(by).call(assetReservations.get, { params: { id } })).data
const change = (by: string, id: string, body: BodyIn<typeof assetReservations.change>, headers = {}) =>
  desk.as(by).call(assetReservations.change, { params: { id }, body, headers })
const thingOf = async (id: string) => (await desk.as(ana).call(assets.get, { params: { id } })).data

describe('reserving', () => {
  test('an employee asks for one of a model; the desk confirms, hands out, and takes back', async () => {
    const { modelId, things } = await makeLoanable(desk, 1)
    const [thing] = things
    const made = await reserve(desk, marta, { modelId, ...forHours(1, 48), note: 'For the fair' })
    assert.equal(made.status, 201)
    const { id, endsAt } = made.data
    assert.deepEqual(
      [made.data.state, made.data.assetTag, made.data.asked, made.data.moves],
      ['REQUESTED', thing?.assetTag, 'MODEL', ['CANCELLED']],
    )
    assert.equal((await moveTo(desk, marta, { id }, { to: 'RESERVED' })).status, 403)
    assert.deepEqual((await see(id)).moves, ['RESERVED', 'CANCELLED'])
    assert.equal((await moveTo(desk, ana, { id }, { to: 'RESERVED' })).data.state, 'RESERVED')
    const out = await moveTo(desk, ana, { id }, { to: 'ONGOING', note: 'With its bag' })
    assert.equal(out.data.state, 'ONGOING')
    const lent = await thingOf(thing?.id ?? '')
    assert.deepEqual(
      [lent.status, lent.subStatus, lent.personId, lent.dueAt],
      ['DEPLOYED', 'ON_LOAN', await idOf(marta), endsAt],
    )
    assert.equal((await moveTo(desk, ana, { id }, { to: 'COMPLETE' })).status, 422)
    const back = await moveTo(desk, ana, { id }, { to: 'COMPLETE', condition: 'MARKED' })
    assert.deepEqual([back.data.state, back.data.moves], ['COMPLETE', []])
    const returned = await thingOf(thing?.id ?? '')
    assert.deepEqual([returned.subStatus, returned.condition], ['TO_INSPECT', 'MARKED'])
  })

  test('handed out early it runs from then on, if nobody else has it before', async () => {
    const { modelId } = await makeLoanable(desk, 1)
    const made = await reserve(desk, marta, { modelId, ...forHours(800, 860) })
    await moveTo(desk, ana, made.data, { to: 'RESERVED' })
    const before = await reserve(desk, jorge, { modelId, ...forHours(100, 120) })
    const refused = await moveTo(desk, ana, made.data, { to: 'ONGOING' })
    assert.deepEqual([refused.status, refused.problem.code], [409, 'state'])
    await moveTo(desk, jorge, before.data, { to: 'CANCELLED' })
    const out = await moveTo(desk, ana, made.data, { to: 'ONGOING' })
    assert.deepEqual([out.status, out.data.state], [200, 'ONGOING'])
    assert.ok(out.data.startsAt < made.data.startsAt)
  })

  test('of ten at once for one thing one wins, and the others read when it is free', async () => {
    const { modelId, things } = await makeLoanable(desk, 1, { bufferMinutes: 120 })
    const wish = things[0] ? { assetId: things[0].id } : { modelId }
    const people = [ana, luis, sofia, elena, ana, luis, sofia, elena, ana, luis]
    const tries = await Promise.all(
      people.map((by, at) => reserve(desk, by, { ...wish, ...forHours(24 + at, 48 + at) })),
    )
    assert.deepEqual(tries.map(({ status }) => status).sort(), [201, ...Array<number>(9).fill(409)])
    for (const one of tries) {
      if (one.status === 201) continue
      assert.equal(one.problem.code, 'conflict')
      assert.match(one.problem.detail, /is taken then\. It is free for as long from .+ at \d\d:\d\d\.$/)
    }
  })

  test('the database refuses what slipped past every question', async () => {
    const { things } = await makeLoanable(desk, 1)
    const { data } = await reserve(desk, ana, { assetId: things[0]?.id ?? '', ...forHours(24, 48) })
    const copy = desk.rows(
      ana,
      `insert into app.asset_reservations (company_id, id, state, asset_id, asked, category_id, person_id, starts_at, ends_at, free_at)
       select company_id, $2, 'RESERVED', asset_id, asked, category_id, person_id, starts_at + interval '1 hour',
         ends_at + interval '9 hours', ends_at + interval '9 hours'
       from app.asset_reservations where id = $1 returning id`,
      [data.id, newId()],
    )
    await assert.rejects(copy, /asset_reservations_once/)
  })

  test('any of a kind gets another thing each time, until none is free; what is kept free afterwards counts', async () => {
    const { modelId } = await makeLoanable(desk, 2, { bufferMinutes: 60 })
    const period = forHours(24, 48)
    const tries = await Promise.all([1, 2, 3].map(() => reserve(desk, marta, { modelId, ...period })))
    assert.deepEqual(tries.map(({ status }) => status).sort(), [201, 201, 409])
    const kept = tries.flatMap((one) => (one.status === 201 ? [one.data.assetId] : []))
    assert.equal(new Set(kept).size, 2)
    assert.equal((await reserve(desk, marta, { modelId, ...forHours(48, 50) })).status, 409)
    assert.equal((await reserve(desk, marta, { modelId, ...forHours(49, 50) })).status, 201)
  })

  test('what is cancelled is free again, and undone it is kept again if nobody else has it', async () => {
    const { modelId } = await makeLoanable(desk, 1)
    const period = forHours(24, 48)
    const first = await reserve(desk, marta, { modelId, ...period })
    const cancelled = await moveTo(desk, marta, first.data, { to: 'CANCELLED', reason: 'No fair' })
    assert.equal(cancelled.data.reason, 'No fair')
    assert.equal((await undo(marta, cancelled.data.operationId)).status, 200)
    assert.equal((await see(first.data.id)).state, 'REQUESTED')
    const again = await moveTo(desk, marta, first.data, { to: 'CANCELLED' })
    assert.equal((await reserve(desk, jorge, { modelId, ...period })).status, 201)
    assert.equal((await undo(marta, again.data.operationId)).status, 409)
    assert.equal((await see(first.data.id)).state, 'CANCELLED')
  })

  test('a draft keeps nothing until it is asked for', async () => {
    const { modelId } = await makeLoanable(desk, 1)
    const period = forHours(24, 48)
    const draft = await reserve(desk, marta, { modelId, ...period, isDraft: true })
    assert.deepEqual([draft.data.state, draft.data.assetId], ['DRAFT', null])
    const other = await reserve(desk, jorge, { modelId, ...period })
    assert.equal((await moveTo(desk, marta, draft.data, { to: 'REQUESTED' })).status, 409)
    await moveTo(desk, jorge, other.data, { to: 'CANCELLED' })
    const asked = await moveTo(desk, marta, draft.data, { to: 'REQUESTED' })
    assert.deepEqual([asked.data.state, asked.data.assetId], ['REQUESTED', other.data.assetId])
  })

  test('refuses what is not lent, periods that are none, and moves that are not there, and names the field', async () => {
    const { modelId, things } = await makeLoanable(desk, 1, { isRequestable: false })
    const period = forHours(24, 48)
    const cases: [string, BodyIn<typeof assetReservations.create>, number, string?][] = [
      [marta, { modelId, ...period }, 422, '/modelId'],
      [marta, { assetId: things[0]?.id ?? '', ...period }, 422, '/assetId'],
      [ana, { assetId: newId(), ...period }, 422, '/assetId'],
      [ana, { modelId, startsAt: inHours(-5), endsAt: inHours(2) }, 422, '/startsAt'],
      [ana, { modelId, startsAt: inHours(5), endsAt: inHours(2) }, 400, '/endsAt'],
      [ana, { modelId, startsAt: inHours(5), endsAt: inHours(24 * 400) }, 400, '/endsAt'],
      [ana, { modelId, ...period, personId: newId() }, 422, '/personId'],
      [ana, { ...period }, 400, '/assetId'],
      [iris, { modelId, ...period }, 422, '/modelId'],
    ]
    for (const [by, body, status, pointer] of cases) {
      const refused = await reserve(desk, by, body)
      assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [status, pointer], by)
    }
    const lent = await makeLoanable(desk, 1)
    const forOther = { modelId: lent.modelId, ...period, personId: await idOf(jorge) }
    assert.equal((await reserve(desk, marta, forOther)).status, 403)
    const made = await reserve(desk, ana, forOther)
    assert.equal(made.data.state, 'RESERVED')
    const refused = await moveTo(desk, ana, made.data, { to: 'COMPLETE', condition: 'GOOD' })
    assert.deepEqual([refused.status, refused.problem.allowed], [409, ['ONGOING', 'CANCELLED', 'EXPIRED']])
  })

  test('is seen by whom it is for and by the desks, and not by others or another company', async () => {
    const { modelId } = await makeLoanable(desk, 1, { deskCode: 'IT' })
    const { data } = await reserve(desk, marta, { modelId, ...forHours(24, 48) })
    for (const other of [jorge, iris]) {
      const params = { id: data.id }
      assert.equal((await desk.as(other).call(assetReservations.get, { params })).status, 404)
      assert.equal((await moveTo(desk, other, data, { to: 'CANCELLED' })).status, 404)
      assert.equal((await change(other, data.id, { note: 'Mine' })).status, 404)
      const { data: all } = await desk.as(other).call(assetReservations.list, { query: { modelId } })
      assert.deepEqual(all.data, [])
    }
    assert.equal((await moveTo(desk, nuria, data, { to: 'RESERVED' })).status, 403)
    assert.equal((await change(nuria, data.id, { note: 'Mine' })).status, 403)
    assert.equal((await see(data.id)).version, 1)
  })
})

describe('changing', () => {
  test('its period, where it is free; any of a kind moves to another thing', async () => {
    const { modelId, things } = await makeLoanable(desk, 2)
    const person = { personId: await idOf(marta) }
    const one = await reserve(desk, ana, { modelId, ...forHours(24, 48), ...person })
    const two = await reserve(desk, ana, { assetId: one.data.assetId ?? '', ...forHours(60, 80), ...person })
    const moved = await change(ana, one.data.id, { endsAt: inHours(72) })
    assert.equal(moved.data.assetId, things.find(({ id }) => id !== one.data.assetId)?.id)
    assert.equal((await change(ana, two.data.id, { startsAt: inHours(1) })).status, 200)
    await reserve(desk, ana, { assetId: moved.data.assetId ?? '', ...forHours(100, 120), ...person })
    await change(ana, two.data.id, { endsAt: inHours(130) })
    const refused = await change(ana, one.data.id, { endsAt: inHours(110) })
    assert.equal(refused.status, 409)
    assert.equal((await change(ana, one.data.id, { note: 'x' }, { 'if-match': '"1"' })).status, 412)
    assert.equal((await undo(ana, moved.data.operationId)).status, 409)
  })

  test('whoever asked and moves a confirmed one asks anew; extending what is out moves its due day', async () => {
    const { modelId, things } = await makeLoanable(desk, 1)
    const { data } = await reserve(desk, marta, { modelId, ...forHours(1, 24) })
    await moveTo(desk, ana, data, { to: 'RESERVED' })
    assert.equal((await change(marta, data.id, { endsAt: inHours(30) })).data.state, 'REQUESTED')
    await moveTo(desk, ana, data, { to: 'RESERVED' })
    await moveTo(desk, ana, data, { to: 'ONGOING' })
    const endsAt = inHours(50)
    const extended = await change(marta, data.id, { endsAt })
    assert.deepEqual([extended.data.state, extended.data.endsAt], ['ONGOING', endsAt])
    assert.equal((await thingOf(things[0]?.id ?? '')).dueAt, endsAt)
    assert.equal((await change(marta, data.id, { startsAt: inHours(2) })).status, 422)
    assert.equal((await undo(marta, extended.data.operationId)).status, 200)
    assert.notEqual((await thingOf(things[0]?.id ?? '')).dueAt, endsAt)
  })
})

describe('by custody’s own doors', () => {
  test('what went along with it is asked for when the reservation is taken back', async () => {
    const store = await makePlace(desk)
    const charger = await addItem(desk, {}, { at: { [store]: 2 } })
    const { modelId, things } = await makeLoanable(desk, 1)
    const { data } = await reserve(desk, marta, { modelId, ...forHours(1, 48) })
    await moveTo(desk, ana, data, { to: 'RESERVED' })
    const out = await desk.as(ana).call(custody.checkOut, {
      params: { id: things[0]?.id ?? '' },
      body: {
        personId: await idOf(marta),
        dueAt: data.endsAt,
        accessories: [{ stockItemId: charger.id, quantity: 2 }],
      },
    })
    assert.equal(out.status, 200)
    const back = (quantity: number) =>
      moveTo(desk, ana, data, {
        to: 'COMPLETE',
        condition: 'GOOD',
        returnedAccessories: [{ stockItemId: charger.id, quantity }],
      })
    const many = await back(3)
    assert.deepEqual(
      [many.status, many.problem.errors?.[0]?.pointer],
      [422, '/returnedAccessories/0/quantity'],
    )
    const done = await back(2)
    assert.equal(done.data.state, 'COMPLETE')
    const inStock = async () =>
      (await desk.as(ana).call(stock.get, { params: { id: charger.id } })).data.inStock
    assert.equal(await inStock(), 2)
    assert.equal((await undo(ana, done.data.operationId)).status, 200)
    assert.equal(await inStock(), 0)
  })

  test('what is kept for somebody is refused to others, until then and for good', async () => {
    const { modelId, things } = await makeLoanable(desk, 1)
    const id = things[0]?.id ?? ''
    await reserve(desk, ana, { modelId, ...forHours(48, 72), personId: await idOf(marta) })
    const out = async (email: string, dueAt?: string) =>
      desk.as(ana).call(custody.checkOut, {
        params: { id },
        body: { personId: await idOf(email), ...(dueAt && { dueAt }) },
      })
    const refused = await out(jorge)
    assert.equal(refused.status, 409)
    assert.match(refused.problem.detail, /is reserved for Marta.* from/)
    assert.equal((await out(jorge, inHours(60))).status, 409)
    assert.equal((await out(jorge, inHours(40))).status, 200)
  })

  test('handing out and taking back there moves the reservation, and undone it moves back', async () => {
    const { modelId, things } = await makeLoanable(desk, 1, { deskCode: 'IT' })
    const params = { id: things[0]?.id ?? '' }
    const personId = await idOf(marta)
    const { data } = await reserve(desk, ana, { modelId, ...forHours(1, 24), personId })
    const out = await desk.as(ana).call(custody.checkOut, { params, body: { personId, dueAt: data.endsAt } })
    assert.equal((await see(data.id)).state, 'ONGOING')
    const back = await desk.as(ana).call(custody.checkIn, { params, body: { condition: 'GOOD' } })
    assert.equal((await see(data.id)).state, 'COMPLETE')
    assert.equal((await undo(ana, back.data.operationId)).status, 200)
    assert.equal((await see(data.id)).state, 'ONGOING')
    assert.equal((await undo(ana, out.data.operationId)).status, 200)
    const now = await see(data.id)
    assert.deepEqual([now.state, now.handedOutAt, now.startsAt], ['RESERVED', null, data.startsAt])
    assert.equal((await thingOf(params.id)).status, 'IN_STOCK')
  })
})

describe('what is free', () => {
  test('tells employees when and how many, and no more', async () => {
    const { modelId, modelName } = await makeLoanable(desk, 2)
    await makeThing(desk, {})
    const period = forHours(24, 48)
    await reserve(desk, ana, { modelId, ...period, personId: await idOf(jorge) })
    const ask = (by: string, from: string, until: string) =>
      desk.as(by).call(assetReservations.availability, { query: { modelId, from, until } })
    const { data } = await ask(marta, inHours(30), inHours(40))
    assert.deepEqual([data.freeCount, data.things.length], [1, 2])
    assert.ok(data.things.every(({ assetId, assetTag }) => assetId === null && assetTag === null))
    assert.deepEqual(
      data.things.flatMap(({ busy }) => busy),
      [{ from: period.startsAt, until: period.endsAt }],
    )
    assert.ok((await ask(ana, inHours(30), inHours(40))).data.things.every(({ assetId }) => assetId))
    assert.deepEqual((await ask(iris, inHours(30), inHours(40))).data.things, [])
    const { data: lent } = await desk.as(marta).call(assetReservations.catalogue)
    const offered = lent.data.find((one) => one.modelId === modelId)
    assert.deepEqual([offered?.name, offered?.thingCount, offered?.freeCount], [modelName, 2, 2])
    assert.ok(
      !(await desk.as(iris).call(assetReservations.catalogue)).data.data.some(
        (one) => one.modelId === modelId,
      ),
    )
  })

  test('a whole category can be lent, and what is out for good is not counted on', async () => {
    const { categoryId, things } = await makeLoanable(desk, 2, { isRequestable: false })
    const params = { id: categoryId }
    await desk.as(elena).call(assetCatalogue.changeCategory, { params, body: { isRequestable: true } })
    const body = { personId: await idOf(jorge) }
    await desk.as(ana).call(custody.checkOut, { params: { id: things[0]?.id ?? '' }, body })
    const made = await reserve(desk, marta, { categoryId, ...forHours(24, 48) })
    assert.deepEqual([made.data.asked, made.data.assetId], ['CATEGORY', things[1]?.id])
    const refused = await reserve(desk, marta, { categoryId, ...forHours(24, 48) })
    assert.equal(refused.status, 409)
  })
})

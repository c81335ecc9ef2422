import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assets, type BodyIn, custody, licences, operations, people } from '@deskhand/contract'
import fc from 'fast-check'
import { makeThing } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, luis, sofia } from '../testing/people.ts'
import { addLicence, readLicence, somePeople } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

const assign = (id: string, body: BodyIn<typeof licences.assign>, by = ana) =>
  desk.as(by).call(licences.assign, { params: { id }, body })
const free = (id: string, seatId: string, by = ana) =>
  desk.as(by).call(licences.free, { params: { id, seatId } })
const undo = (operationId: string, by = ana) =>
  desk.as(by).call(operations.undo, { params: { operationId }, body: {} })
const held = async (id: string) =>
  (await desk.as(ana).call(licences.seats, { params: { id } })).data.data.map(
    ({ person, asset }) => person?.id ?? asset?.id,
  )

describe('a seat', () => {
  test('goes to a person, is on their list, and is free again', async () => {
    const licence = await addLicence(desk)
    const { personId } = await desk.who(jorge)
    const { status, data } = await assign(licence.id, { personId, note: 'For the fair' })
    assert.deepEqual([status, data.person?.id, data.note], [201, personId, 'For the fair'])
    const ofJorge = await desk.as(ana).call(licences.ofPerson, { params: { id: personId } })
    assert.ok(ofJorge.data.data.some((seat) => seat.licence.id === licence.id))
    assert.deepEqual([(await readLicence(desk, licence.id)).used, await held(licence.id)], [1, [personId]])
    const freed = await free(licence.id, data.id)
    assert.deepEqual([freed.data.freedBecause, freed.data.freedByName], ['FREED', data.assignedByName])
    assert.equal((await readLicence(desk, licence.id)).used, 0)
    assert.deepEqual((await free(licence.id, data.id)).problem.detail, 'This seat was freed already.')
    const before = await desk
      .as(ana)
      .call(licences.seats, { params: { id: licence.id }, query: { isFreed: 'true' } })
    assert.deepEqual(
      before.data.data.map(({ id }) => id),
      [data.id],
    )
  })

  test('fits the kind of its licence, and nobody has two', async () => {
    const { personId } = await desk.who(jorge)
    const thing = await makeThing(desk)
    const named = await addLicence(desk)
    const perDevice = await addLicence(desk, { kind: 'PER_DEVICE' })
    const floating = await addLicence(desk, { kind: 'FLOATING' })
    const wrong = [await assign(named.id, { assetId: thing.id }), await assign(perDevice.id, { personId })]
    assert.deepEqual(
      wrong.map(({ status, problem }) => [status, problem.errors?.[0]?.pointer]),
      [
        [422, '/assetId'],
        [422, '/personId'],
      ],
    )
    assert.equal((await assign(perDevice.id, { assetId: thing.id })).status, 201)
    assert.equal((await assign(floating.id, { assetId: thing.id })).status, 201)
    assert.equal((await assign(floating.id, { personId })).status, 201)
    assert.equal((await assign(floating.id, { personId })).status, 409)
    const ofThing = await desk.as(ana).call(licences.ofAsset, { params: { id: thing.id } })
    assert.equal(ofThing.data.data.length, 2)
    assert.equal((await assign(named.id, {})).status, 400)
    assert.equal((await assign(named.id, { personId: newId() })).status, 422)
  })

  test('is for who works at a desk, and of another company nobody learns', async () => {
    const licence = await addLicence(desk)
    const { personId } = await desk.who(jorge)
    assert.equal((await assign(licence.id, { personId }, jorge)).status, 403)
    assert.equal((await assign(licence.id, { personId }, iris)).status, 404)
    const { data } = await assign(licence.id, { personId })
    assert.deepEqual(
      [(await free(licence.id, data.id, iris)).status, (await undo(data.operationId, iris)).status],
      [404, 404],
    )
    // What another company has cannot be given a seat here either.
    const theirs = (await desk.who(iris)).personId
    assert.equal((await assign(licence.id, { personId: theirs })).status, 422)
  })

  test('the last one goes once, however many ask at the same time', async () => {
    const licence = await addLicence(desk, { seats: 2 })
    const ids = await somePeople(desk, 9)
    const asked = await Promise.all(ids.map((personId) => assign(licence.id, { personId })))
    const statuses = asked.map(({ status }) => status)
    assert.deepEqual(statuses.sort(), [201, 201, 409, 409, 409, 409, 409, 409, 409])
    assert.equal((await held(licence.id)).length, 2)
    await assert.rejects(
      desk.rows(ana, 'update app.licences set seats = 1 where id = $1', [licence.id]),
      /licences_not_overbooked/,
    )
  })
})

describe('undone', () => {
  test('giving a seat, by its doer or who leads, and not when it was freed since', async () => {
    const licence = await addLicence(desk)
    const [one = '', two = ''] = await somePeople(desk, 2)
    const first = await assign(licence.id, { personId: one })
    assert.equal((await undo(first.data.operationId, luis)).status, 404)
    assert.equal((await undo(first.data.operationId)).status, 200)
    assert.deepEqual(await held(licence.id), [])
    const second = await assign(licence.id, { personId: two })
    await free(licence.id, second.data.id)
    const late = await undo(second.data.operationId)
    assert.deepEqual([late.status, late.problem.detail], [409, 'This seat was freed already.'])
  })

  test('freeing one gives it back, where there is room', async () => {
    const licence = await addLicence(desk, { seats: 1 })
    const [one = '', two = ''] = await somePeople(desk, 2)
    const { data } = await assign(licence.id, { personId: one })
    const { operationId } = (await free(licence.id, data.id)).data
    assert.equal((await assign(licence.id, { personId: two })).status, 201)
    const full = await undo(operationId)
    assert.deepEqual([full.status, full.problem.detail], [409, `The one seat of ${licence.name} is used.`])
    assert.deepEqual(await held(licence.id), [two])
  })

  test('retiring brings the licence back with everybody who had a seat', async () => {
    const licence = await addLicence(desk)
    const ids = await somePeople(desk, 3)
    for (const personId of ids) await assign(licence.id, { personId })
    const { data } = await desk.as(ana).call(licences.retire, { params: { id: licence.id } })
    assert.deepEqual([data.used, data.retiredAt !== null], [0, true])
    assert.equal((await assign(licence.id, { personId: ids[0] ?? '' })).status, 409)
    assert.equal((await undo(data.operationId)).status, 200)
    assert.equal((await readLicence(desk, licence.id)).retiredAt, null)
    assert.deepEqual((await held(licence.id)).sort(), ids.sort())
  })
})

describe('by itself a seat is freed', () => {
  test('when its thing comes back, and when it is retired', async () => {
    const licence = await addLicence(desk, { kind: 'PER_DEVICE' })
    const [back, gone, stays] = [await makeThing(desk), await makeThing(desk), await makeThing(desk)]
    const { personId } = await desk.who(jorge)
    const params = { id: back.id }
    await desk.as(ana).call(custody.checkOut, { params, body: { personId } })
    for (const { id } of [back, gone, stays]) await assign(licence.id, { assetId: id })
    await desk.as(ana).call(custody.checkIn, { params, body: { condition: 'GOOD' } })
    const retired = await desk.as(sofia).call(assets.transition, {
      params: { id: gone.id },
      body: { to: 'RETIRED', subStatus: 'SOLD', reason: 'Too old' },
    })
    assert.equal(retired.status, 200)
    // Only what leaves its use: a repair keeps its seat.
    await desk.as(ana).call(assets.transition, {
      params: { id: stays.id },
      body: { to: 'IN_MAINTENANCE', subStatus: 'VENDOR_RMA', reason: 'Hinge' },
    })
    await desk.work()
    assert.deepEqual(await held(licence.id), [stays.id])
    const { data } = await desk
      .as(ana)
      .call(licences.seats, { params: { id: licence.id }, query: { isFreed: 'true' } })
    assert.deepEqual(data.data.map(({ freedBecause }) => freedBecause).sort(), ['CHECKED_IN', 'THING_GONE'])
  })

  test('whoever leaves frees all of theirs at once, and gets none after', async () => {
    const [leaver = '', other = ''] = await somePeople(desk, 2)
    const three = [
      await addLicence(desk),
      await addLicence(desk),
      await addLicence(desk, { kind: 'FLOATING' }),
    ]
    for (const { id } of three)
      for (const personId of [leaver, other]) assert.equal((await assign(id, { personId })).status, 201)
    assert.equal((await desk.as(elena).call(people.block, { params: { id: leaver } })).status, 200)
    await desk.work()
    for (const { id } of three) assert.deepEqual(await held(id), [other])
    assert.deepEqual((await desk.as(ana).call(licences.ofPerson, { params: { id: leaver } })).data.data, [])
    const late = await assign(three[0]?.id ?? '', { personId: leaver })
    assert.deepEqual([late.status, late.problem.errors?.[0]?.pointer], [422, '/personId'])
    const [told] = await desk.rows<{ n: number }>(
      ana,
      `select count(*)::int as n from app.events where name = 'licence.seat_freed' and data ->> 'personId' = $1
         and data ->> 'because' = 'PERSON_LEFT' and caused_by_id is not null`,
      [leaver],
    )
    assert.ok((told?.n ?? 0) >= 3)
  })
})

test('whatever is given, freed, added and taken away: what is used is who has seats, and never more than there are', async () => {
  const takers = await somePeople(desk, 5)
  const deed = fc.oneof(
    fc.record({ kind: fc.constant('give' as const), who: fc.nat(4) }),
    fc.record({ kind: fc.constant('free' as const), who: fc.nat(4) }),
    fc.record({ kind: fc.constant('undo' as const) }),
    fc.record({ kind: fc.constant('size' as const), seats: fc.nat(5) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (deeds) => {
      const { id } = await addLicence(desk, { seats: 2 })
      let seats = 2
      const has = new Map<string, string>()
      let last: { operationId: string; back: () => void } | null = null
      for (const one of deeds) {
        const personId = takers['who' in one ? one.who : 0] ?? ''
        const seat = has.get(personId)
        if (one.kind === 'give') {
          const { status, text } = await assign(id, { personId })
          assert.equal(status, seat || has.size >= seats ? 409 : 201)
          if (status !== 201) continue
          const made: { id: string; operationId: string } = JSON.parse(text)
          has.set(personId, made.id)
          last = { operationId: made.operationId, back: () => has.delete(personId) }
        } else if (one.kind === 'free' && seat) {
          const { data } = await free(id, seat)
          has.delete(personId)
          last = { operationId: data.operationId, back: () => has.set(personId, 'again') }
        } else if (one.kind === 'undo' && last) {
          const { status } = await undo(last.operationId)
          if (status === 200) last.back()
          last = null
          const { data } = await desk.as(ana).call(licences.seats, { params: { id } })
          for (const { id: seatId, person } of data.data) has.set(person?.id ?? '', seatId)
        } else if (one.kind === 'size') {
          const { status } = await desk
            .as(ana)
            .call(licences.change, { params: { id }, body: { seats: one.seats } })
          assert.equal(status, one.seats < has.size ? 422 : 200)
          if (status === 200) seats = one.seats
        }
        const now = await readLicence(desk, id)
        assert.deepEqual([now.used, now.seats, now.free], [has.size, seats, seats - has.size])
        assert.deepEqual((await held(id)).sort(), [...has.keys()].sort())
      }
    }),
    { numRuns: 25 },
  )
})

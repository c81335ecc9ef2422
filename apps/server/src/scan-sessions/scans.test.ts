import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type BodyIn, custody, operations, scanSessions, stock } from '@deskhand/contract'
import { makePlace, makeThing } from '../custody/sample.ts'
import { addItem } from '../stock/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, luis, marta, nuria } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
const start = (by: string, body: BodyIn<typeof scanSessions.start>) =>
  desk.as(by).call(scanSessions.start, { body })
const scan = (by: string, id: string, codes: string[], drop: string[] = []) =>
  desk.as(by).call(scanSessions.scan, { params: { id }, body: { codes, drop } })
const commit = (by: string, id: string, rest = false) =>
  desk.as(by).call(scanSessions.commit, { params: { id }, body: { rest } })
const statusOf = async (id: string) =>
  (await desk.rows<{ status: string }>(ana, 'select status from app.assets where id = $1', [id]))[0]?.status

describe('scanning many', () => {
  test('by tag, serial number and the address of a label; twice counts once', async () => {
    const serialNumber = `SN${Date.now()}`
    const [one, two, three] = [
      await makeThing(desk),
      await makeThing(desk, { serialNumber }),
      await makeThing(desk),
    ]
    const { data } = await start(ana, { mode: 'CHECK_OUT', personId: await idOf(marta) })
    await scan(ana, data.id, [one.assetTag.toLowerCase(), serialNumber])
    const scanned = await scan(ana, data.id, [
      `https://desk.example/x/${three.assetTag}?at=harbour-pine`,
      two.assetTag,
      one.assetTag,
    ])
    assert.deepEqual(
      scanned.data.scans.map(({ assetId, problem }) => [assetId, problem]),
      [one, two, three].map(({ id }) => [id, null]),
    )
  })

  test('out in one deed, and undone in one', async () => {
    const things = [await makeThing(desk), await makeThing(desk)]
    const { data } = await start(ana, { mode: 'CHECK_OUT', personId: await idOf(marta) })
    await scan(
      ana,
      data.id,
      things.map(({ assetTag }) => assetTag),
    )
    const done = await commit(ana, data.id)
    assert.ok(done.data.committedAt)
    for (const { id } of things) assert.equal(await statusOf(id), 'DEPLOYED')
    assert.equal((await commit(ana, data.id)).status, 409)
    const params = { operationId: done.data.operationId ?? '' }
    assert.equal((await desk.as(ana).call(operations.undo, { params, body: {} })).status, 200)
    for (const { id } of things) assert.equal(await statusOf(id), 'IN_STOCK')
  })

  test('what stands in the way is told before, and nothing happens unless the rest is wanted', async () => {
    const [fine, held] = [await makeThing(desk), await makeThing(desk, { subStatus: 'LEGAL_HOLD' })]
    const { data } = await start(ana, { mode: 'CHECK_OUT', personId: await idOf(marta) })
    const scanned = await scan(ana, data.id, [fine.assetTag, held.assetTag, 'NOTHING-HAS-THIS'])
    assert.deepEqual(
      scanned.data.scans.map(({ problem }) => problem),
      [null, `${held.assetTag} is on legal hold and stays where it is.`, 'Nothing has this code.'],
    )
    const refused = await commit(ana, data.id)
    assert.deepEqual([refused.status, refused.problem.conflicts?.length], [409, 2])
    assert.equal(await statusOf(fine.id), 'IN_STOCK')
    const dropped = await scan(ana, data.id, [], ['nothing-has-this'])
    assert.equal(dropped.data.scans.length, 2)
    assert.equal((await commit(ana, data.id, true)).status, 200)
    assert.deepEqual([await statusOf(fine.id), await statusOf(held.id)], ['DEPLOYED', 'IN_STOCK'])
  })

  test('back with one condition, moved to one place', async () => {
    const thing = await makeThing(desk)
    await desk
      .as(ana)
      .call(custody.checkOut, { params: { id: thing.id }, body: { personId: await idOf(marta) } })
    const back = await start(ana, { mode: 'CHECK_IN', condition: 'GOOD' })
    await scan(ana, back.data.id, [thing.assetTag])
    assert.equal((await commit(ana, back.data.id)).status, 200)
    assert.equal(await statusOf(thing.id), 'IN_STOCK')
    const move = await start(ana, { mode: 'MOVE', locationId: await makePlace(desk) })
    await scan(ana, move.data.id, [thing.assetTag])
    assert.equal((await commit(ana, move.data.id)).status, 200)
  })

  test('of what went along, what is named comes back with each, and the rest is told', async () => {
    const store = await makePlace(desk)
    const [charger, bag] = [
      await addItem(desk, {}, { at: { [store]: 5 } }),
      await addItem(desk, {}, { at: { [store]: 5 } }),
    ]
    const thing = await makeThing(desk)
    const accessories = [charger, bag].map(({ id }) => ({ stockItemId: id, quantity: 1 }))
    const personId = await idOf(marta)
    const params = { id: thing.id }
    await desk.as(ana).call(custody.checkOut, { params, body: { personId, accessories } })
    const { data } = await start(ana, { mode: 'CHECK_IN', condition: 'GOOD' })
    const scanned = await scan(ana, data.id, [thing.assetTag])
    assert.deepEqual(
      scanned.data.scans[0]?.along.map(({ name, quantity }) => [name, quantity]).sort(),
      [charger, bag].map(({ name }) => [name, 1]).sort(),
    )
    const back = (assetId: string, quantity: number) =>
      desk.as(ana).call(scanSessions.commit, {
        params: { id: data.id },
        body: { returned: [{ assetId, returnedAccessories: [{ stockItemId: charger.id, quantity }] }] },
      })
    const [odd, many] = [await back(charger.id, 1), await back(thing.id, 2)]
    assert.deepEqual(
      [odd, many].map(({ status, problem }) => [status, problem.errors?.[0]?.pointer]),
      [
        [422, '/returned/0/assetId'],
        [422, '/returned/0/returnedAccessories/0/quantity'],
      ],
    )
    assert.equal((await back(thing.id, 1)).status, 200)
    const inStock = async (id: string) =>
      (await desk.as(ana).call(stock.get, { params: { id } })).data.levels.map(({ quantity }) => quantity)
    assert.deepEqual([await inStock(charger.id), await inStock(bag.id)], [[5], [4]])
  })

  test('asks for what it needs, and an empty session does nothing', async () => {
    assert.equal((await start(ana, { mode: 'CHECK_IN' })).status, 400)
    assert.equal((await start(ana, { mode: 'CHECK_OUT' })).status, 400)
    const { data } = await start(ana, { mode: 'CHECK_IN', condition: 'GOOD' })
    assert.equal((await commit(ana, data.id)).status, 409)
  })

  test('is for technicians, each their own; of things, for the desk that keeps them', async () => {
    const { id, assetTag } = await makeThing(desk, { deskCode: 'IT' })
    const personId = await idOf(marta)
    assert.equal((await start(marta, { mode: 'CHECK_OUT', personId })).status, 403)
    const { data } = await start(ana, { mode: 'CHECK_OUT', personId })
    for (const other of [luis, iris]) {
      assert.equal((await scan(other, data.id, [assetTag])).status, 404)
      assert.equal((await commit(other, data.id)).status, 404)
      assert.equal((await desk.as(other).call(scanSessions.get, { params: { id: data.id } })).status, 404)
    }
    const ofHr = await start(nuria, { mode: 'CHECK_OUT', personId })
    const scanned = await scan(nuria, ofHr.data.id, [assetTag])
    assert.equal(scanned.data.scans[0]?.problem, 'Another desk keeps this.')
    assert.equal(await statusOf(id), 'IN_STOCK')
  })
})

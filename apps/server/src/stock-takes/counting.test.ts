import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { custody, equipment, stockTakes } from '@deskhand/contract'
import { makeCategory, makePlace, makeThing } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, luis, marta, nuria, sofia } from '../testing/people.ts'
import { deedsOf } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
const { prepare, move, scan, get, items } = deedsOf(desk)
const deeds = deedsOf(desk)

/** A store with so many things, all of one kind. */
async function store(count: number) {
  const [locationId, categoryId] = [await makePlace(desk), await makeCategory(desk)]
  const things = []
  for (let at = 0; at < count; at++) things.push(await makeThing(desk, { locationId, categoryId }))
  return { locationId, categoryId, things }
}

describe('what is expected', () => {
  test('is what lies in the place and below, of the categories, and what is part of it', async () => {
    const { locationId, categoryId, things } = await store(2)
    const [box] = things
    const part = await makeThing(desk, {
      status: 'DEPLOYED',
      subStatus: 'NORMAL',
      parentAssetId: box?.id ?? '',
      categoryId,
    })
    await makeThing(desk, { locationId })
    const it = await deeds.begin({ locationIds: [locationId], categoryIds: [categoryId] })
    assert.deepEqual(
      [it.state, it.counts.expected, it.places.map(({ expected }) => expected)],
      ['ACTIVE', 3, [3]],
    )
    const { data } = await items(sofia, it.id)
    assert.ok(
      data.data.some(
        ({ assetId, expectedLocationId }) => assetId === part.id && expectedLocationId === locationId,
      ),
    )
  })
  test('is what people of a department have', async () => {
    const { personId } = await desk.who(marta)
    const [row] = await desk.rows<{ department: string }>(
      marta,
      'select department from app.people where id = $1',
      [personId],
    )
    const categoryId = await makeCategory(desk)
    const thing = await makeThing(desk, { categoryId })
    await desk.as(ana).call(custody.checkOut, { params: { id: thing.id }, body: { personId } })
    const it = await deeds.begin({ departments: [row?.department ?? ''], categoryIds: [categoryId] })
    assert.equal(it.counts.expected, 1)
    const known = await desk.as(ana).call(stockTakes.departments)
    assert.ok(known.data.data.includes(row?.department ?? ''))
  })
  test('of a sample is as many as the margin asks for, drawn from all', async () => {
    const { locationId, things } = await store(12)
    const sample = { confidence: 90, margin: 20 } as const
    const measured = await desk
      .as(sofia)
      .call(stockTakes.measure, { body: { locationIds: [locationId], sample } })
    assert.deepEqual(measured.data, { population: 12, sampled: 8 })
    const it = await deeds.begin({ locationIds: [locationId], sample })
    assert.equal(it.counts.expected, 8)
    const drawn = new Set((await items(sofia, it.id)).data.data.map(({ assetId }) => assetId))
    const other = things.find(({ id }) => !drawn.has(id))
    const scanned = await scan(ana, it.id, { code: other?.assetTag ?? '', locationId })
    assert.equal(scanned.data.results[0]?.outcome, 'NOT_SAMPLED')
    assert.equal((await get(ana, it.id)).data.counts.unexpected, 0)
  })
  test('of nothing is refused, and so is a place that is not there', async () => {
    const { id } = await prepare({ locationIds: [await makePlace(desk)] })
    assert.equal((await move(id, 'ACTIVE')).status, 422)
    const refused = await desk
      .as(sofia)
      .call(stockTakes.create, { body: { name: 'X', locationIds: [newId()] } })
    assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/locationIds'])
  })
})

describe('scans', () => {
  test('by tag, serial number and label; found, elsewhere, not expected, unknown', async () => {
    const { locationId, things } = await store(2)
    const other = await makePlace(desk)
    const serialNumber = `SN${newId()}`
    const stranger = await makeThing(desk, { locationId: other, serialNumber })
    const it = await deeds.begin({ locationIds: [locationId] })
    const { data } = await scan(
      ana,
      it.id,
      { code: `https://desk.example/a/${things[0]?.assetTag}`, locationId },
      { code: things[1]?.assetTag.toLowerCase() ?? '', locationId: other },
      { code: serialNumber, locationId, condition: 'MARKED', note: 'On the upper shelf' },
      { code: 'nothing-has-this', locationId },
    )
    assert.deepEqual(
      data.results.map(({ outcome }) => outcome),
      ['FOUND', 'ELSEWHERE', 'UNEXPECTED', 'UNKNOWN'],
    )
    const { counts, unknownCodes } = (await get(ana, it.id)).data
    assert.deepEqual(counts, {
      expected: 2,
      found: 2,
      selfConfirmed: 0,
      missing: 0,
      unexpected: 1,
      unknown: 1,
    })
    assert.equal(unknownCodes[0]?.code, 'NOTHING-HAS-THIS')
    const [odd] = (await items(ana, it.id, { state: 'UNEXPECTED' })).data.data
    assert.deepEqual([odd?.assetId, odd?.condition, odd?.note], [stranger.id, 'MARKED', 'On the upper shelf'])
    assert.equal((await items(ana, it.id, { elsewhere: true })).data.data.length, 1)
  })
  test('sent again count once; of two the later one by the clocks of the devices holds', async () => {
    const { locationId, things } = await store(1)
    const code = things[0]?.assetTag ?? ''
    const other = await makePlace(desk)
    const it = await deeds.begin({ locationIds: [locationId] })
    const late = { clientScanId: newId(), code, locationId, at: '2026-01-05T10:00:00Z' }
    assert.equal((await scan(ana, it.id, late)).status, 200)
    const again = await scan(ana, it.id, late)
    assert.deepEqual(again.data.results, (await scan(ana, it.id, late)).data.results)
    // Another device comes out of the cellar with what it saw before.
    await scan(luis, it.id, { code, locationId: other, at: '2026-01-05T09:00:00Z' })
    assert.equal((await items(ana, it.id)).data.data[0]?.foundLocationId, locationId)
    const rows = await desk.rows<{ count: number }>(
      ana,
      'select count(*)::int as count from app.stock_take_scans where stock_take_id = $1',
      [it.id],
    )
    assert.equal(rows[0]?.count, 2)
  })
  test('count as long as it is reviewed, not before it begins and not after it ended', async () => {
    const { locationId, things } = await store(1)
    const { id } = await prepare({ locationIds: [locationId] })
    const read = { code: things[0]?.assetTag ?? '', locationId }
    assert.equal((await scan(ana, id, read)).status, 409)
    await move(id, 'ACTIVE')
    await move(id, 'REVIEW')
    assert.equal((await get(ana, id)).data.counts.missing, 1)
    assert.equal((await scan(ana, id, read)).status, 200)
    assert.equal((await get(ana, id)).data.counts.missing, 0)
    await move(id, 'CANCELLED')
    assert.equal((await scan(ana, id, read)).status, 409)
  })
  test('with a place that is not there say which, and none of them counts', async () => {
    const { locationId, things } = await store(1)
    const it = await deeds.begin({ locationIds: [locationId] })
    const refused = await scan(
      ana,
      it.id,
      { code: things[0]?.assetTag ?? '', locationId },
      { code: 'x', locationId: newId() },
    )
    assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/scans/1/locationId'])
    assert.equal((await get(ana, it.id)).data.counts.found, 0)
  })
})

describe('who', () => {
  test('leads prepares; technicians count; others and other companies see nothing', async () => {
    const { locationId, things } = await store(1)
    assert.equal((await desk.as(ana).call(stockTakes.create, { body: { name: 'X' } })).status, 403)
    const it = await deeds.begin({ locationIds: [locationId] })
    assert.equal((await move(it.id, 'REVIEW', ana)).status, 403)
    assert.equal((await get(marta, it.id)).status, 403)
    assert.equal((await get(iris, it.id)).status, 404)
    assert.equal((await scan(iris, it.id, { code: things[0]?.assetTag ?? '' })).status, 404)
    assert.equal((await scan(nuria, it.id, { code: things[0]?.assetTag ?? '' })).status, 200)
  })
  test('is assigned counts alone, beside who leads', async () => {
    const { locationId, things } = await store(1)
    const assigneeIds = [(await desk.who(ana)).personId]
    const it = await deeds.begin({ locationIds: [locationId], assigneeIds })
    const read = { code: things[0]?.assetTag ?? '' }
    assert.deepEqual(
      [
        (await scan(luis, it.id, read)).status,
        (await scan(ana, it.id, read)).status,
        (await scan(elena, it.id, read)).status,
      ],
      [403, 200, 200],
    )
    const employee = [(await desk.who(marta)).personId]
    const refused = await desk
      .as(sofia)
      .call(stockTakes.create, { body: { name: 'X', assigneeIds: employee } })
    assert.equal(refused.problem.errors?.[0]?.pointer, '/assigneeIds')
  })
  test('counts blind is not told what is expected, on no way; who leads is', async () => {
    const { locationId, things } = await store(3)
    const it = await deeds.begin({ locationIds: [locationId], isBlind: true })
    const { data } = await scan(ana, it.id, { code: things[0]?.assetTag ?? '', locationId })
    assert.equal(data.results[0]?.outcome, 'RECORDED')
    const seen = (await get(ana, it.id)).data
    assert.deepEqual(
      [seen.counts.expected, seen.counts.missing, seen.places.map(({ expected }) => expected)],
      [null, null, [null]],
    )
    assert.equal((await items(ana, it.id)).data.data.length, 1)
    assert.equal((await items(ana, it.id, { state: 'EXPECTED' })).data.data.length, 1)
    assert.deepEqual((await desk.as(ana).call(stockTakes.sheet, { params: { id: it.id } })).data.items, [])
    assert.equal((await get(sofia, it.id)).data.counts.expected, 3)
  })
})

test('a device gets what it needs, and what others counted already', async () => {
  const { locationId, things } = await store(2)
  const it = await deeds.begin({ locationIds: [locationId] })
  await scan(luis, it.id, { code: things[0]?.assetTag ?? '', locationId })
  const { data } = await desk.as(ana).call(stockTakes.sheet, { params: { id: it.id } })
  assert.deepEqual(
    data.places.map(({ id, path }) => [id, path.length]),
    [[locationId, 1]],
  )
  assert.deepEqual(Object.fromEntries(data.items.map(({ assetId, isCounted }) => [assetId, isCounted])), {
    [things[0]?.id ?? '']: true,
    [things[1]?.id ?? '']: false,
  })
})

test('whoever has a thing is asked, and their yes counts', async () => {
  const { personId } = await desk.who(marta)
  const categoryId = await makeCategory(desk)
  const thing = await makeThing(desk, { categoryId })
  await desk.as(ana).call(custody.checkOut, { params: { id: thing.id }, body: { personId } })
  const own = async () =>
    (await desk.as(marta).call(equipment.mine)).data.data.find(({ id }) => id === thing.id)
      ?.isConfirmationAsked
  assert.equal(await own(), false)
  const it = await deeds.begin({ categoryIds: [categoryId], asksHolders: true })
  assert.equal(await own(), true)
  await desk.as(marta).call(equipment.confirm, { params: { id: thing.id } })
  await desk.work()
  assert.deepEqual([(await get(ana, it.id)).data.counts.selfConfirmed, await own()], [1, false])
  await move(it.id, 'REVIEW')
  assert.deepEqual((await get(sofia, it.id)).data.accuracy?.share, 1)
})

import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { assets, type BodyIn, custody, operations } from '@deskhand/contract'
import { makeCategory, makePlace, makeThing } from '../../custody/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, sofia } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Body = BodyIn<typeof assets.bulk>
const bulk = (by: string, body: Body, headers: Record<string, string> = {}) =>
  desk.as(by).call(assets.bulk, { body, headers })
const undo = (by: string, operationId: string | null, rest = false) =>
  desk.as(by).call(operations.undo, { params: { operationId: operationId ?? '' }, body: { rest } })
const read = async (id: string) => (await desk.as(elena).call(assets.get, { params: { id }, query: {} })).data
const several = (count: number, fields = {}) =>
  Promise.all(Array.from({ length: count }, () => makeThing(desk, fields)))
const facts = async (id: string) => {
  const { version: _, updatedAt: __, ...rest } = await read(id)
  return rest
}

describe('many things at once', () => {
  test('each by the rule of its own command; what is refused says why, the rest is done', async () => {
    const [one, two] = await several(2)
    const [out, theirs] = [await makeThing(desk), await makeThing(desk, { deskCode: 'HR' })]
    assert.ok(one && two)
    const { personId } = await desk.who(jorge)
    await desk.as(ana).call(custody.checkOut, { params: { id: out.id }, body: { personId } })
    const { data } = await bulk(ana, {
      assetIds: [two.assetTag, one.id, out.id, theirs.id, 'NOTHING-1'],
      action: { change: { name: 'Spare' }, transition: { to: 'IN_STOCK', subStatus: 'TO_DISPOSE' } },
    })
    assert.deepEqual(
      data.results.map(({ assetTag, outcome, status }) => [assetTag, outcome, status]),
      [
        [two.assetTag, 'changed', 200],
        [one.assetTag, 'changed', 200],
        [out.assetTag, 'refused', 409],
        [theirs.assetTag, 'refused', 403],
        [null, 'refused', 404],
      ],
    )
    assert.match(data.results[2]?.detail ?? '', /Check it in instead/)
    assert.deepEqual(data.results[0]?.changes['subStatus'], ['AVAILABLE', 'TO_DISPOSE'])
    const [done, left] = [await read(one.id), await read(out.id)]
    assert.deepEqual([done.name, done.subStatus, left.name, left.version], ['Spare', 'TO_DISPOSE', null, 2])
  })

  test('a dry run answers what the real run answers, and changes nothing', async () => {
    const things = await several(3)
    const body: Body = { assetIds: things.map(({ id }) => id), action: { transition: { to: 'IN_TRANSIT' } } }
    const dry = await bulk(ana, { ...body, dryRun: true })
    assert.deepEqual([dry.data.operationId, dry.data.changed], [null, 3])
    for (const { id } of things) assert.equal((await read(id)).version, 1)
    assert.deepEqual((await bulk(ana, body)).data.results, dry.data.results)
  })

  test('chosen by the filter of the list, taken back and moved on, and undone as one', async () => {
    const categoryId = await makeCategory(desk)
    const [from, to] = [await makePlace(desk, 'From'), await makePlace(desk, 'To')]
    const things = await several(3, { categoryId, locationId: from })
    const before = await Promise.all(things.map(({ id }) => facts(id)))
    const moved = await bulk(ana, { filter: { categoryId }, action: { transfer: { locationId: to } } })
    assert.equal(moved.data.changed, 3)
    assert.equal((await read(things[0]?.id ?? '')).locationId, to)
    assert.equal((await undo(ana, moved.data.operationId)).status, 200)
    assert.deepEqual(await Promise.all(things.map(({ id }) => facts(id))), before)
    const back = await bulk(ana, { filter: { categoryId }, action: { checkIn: { condition: 'GOOD' } } })
    assert.deepEqual([back.data.refused, back.data.results[0]?.status], [3, 409])
    const none = await bulk(iris, { filter: { categoryId }, action: { change: { name: 'x' } } })
    assert.deepEqual([none.status, none.problem.detail], [422, 'No thing fits.'])
  })

  test('many run on as a job with progress, once for each key, and are undone', async () => {
    const things = await several(30)
    const body: Body = { assetIds: things.map(({ id }) => id), action: { change: { supplier: 'Acme' } } }
    const headers = { 'idempotency-key': 'things-once', prefer: 'respond-async' }
    const begun = await bulk(ana, body, headers)
    const again = await bulk(ana, body, headers)
    assert.deepEqual(
      [begun.data.state, again.data.operationId, again.headers['idempotent-replayed']],
      ['RUNNING', begun.data.operationId, 'true'],
    )
    await desk.work()
    const params = { id: begun.data.operationId ?? '' }
    const { data } = await desk.as(ana).call(operations.get, { params })
    assert.deepEqual([data.state, data.changed, data.summary], ['DONE', 30, 'Changed 30 things'])
    await undo(ana, begun.data.operationId)
    await desk.work()
    const last = await read(things[29]?.id ?? '')
    assert.deepEqual([last.supplier, last.version], [null, 3])
  })

  test('refuses what says nothing or too much, and whoever does not work with things', async () => {
    const { id } = await makeThing(desk)
    const action = { transition: { to: 'IN_TRANSIT' }, checkIn: { condition: 'GOOD' } } as const
    const cases: unknown[] = [
      { action: { change: { name: 'x' } } },
      { assetIds: [id], filter: { q: 'x' }, action: { change: { name: 'x' } } },
      { filter: {}, action: { change: { name: 'x' } } },
      { assetIds: [id], action: {} },
      { assetIds: [id], action },
      { assetIds: [id], action: { change: {} } },
    ]
    for (const body of cases) assert.equal((await bulk(ana, body as Body)).status, 400, JSON.stringify(body))
    const asked: Body = { assetIds: [id], action: { change: { name: 'x' } } }
    assert.equal((await bulk(marta, asked)).status, 403)
    assert.equal((await bulk(iris, asked)).data.results[0]?.status, 404)
    assert.equal((await read(id)).version, 1)
  })
})

describe('taking back what was done with a thing', () => {
  const move = async (id: string, body: BodyIn<typeof assets.transition>, by = ana) =>
    (await desk.as(by).call(assets.transition, { params: { id }, body })).data
  const rename = (id: string, name: string) =>
    desk.as(luis).call(assets.change, { params: { id }, body: { name } })

  test('a move: as if it had not been, by a line of its own that names what it takes back', async () => {
    const { id } = await makeThing(desk)
    const { personId } = await desk.who(jorge)
    await desk.as(ana).call(custody.checkOut, { params: { id }, body: { personId } })
    await move(id, { to: 'IN_MAINTENANCE' })
    const before = await facts(id)
    const { operationId } = await move(id, { to: 'IN_STOCK', condition: 'BROKEN' })
    await rename(id, 'Meanwhile')
    assert.equal((await undo(ana, operationId)).status, 200)
    assert.deepEqual(await facts(id), { ...before, name: 'Meanwhile' })
    const { data } = await desk.as(ana).call(assets.events, { params: { id }, query: { limit: 1 } })
    const [line] = data.data
    assert.deepEqual(
      [line?.name, line?.cause?.name, line?.changes['status']],
      ['asset.moved', 'asset.moved', ['IN_STOCK', 'IN_MAINTENANCE']],
    )
  })

  test('what was changed again since stands in the way and is named; nothing is undone', async () => {
    const [one, two] = await several(2)
    assert.ok(one && two)
    const { data } = await bulk(ana, { assetIds: [one.id, two.id], action: { change: { name: 'Ours' } } })
    await rename(one.id, 'Theirs')
    const refused = await undo(ana, data.operationId)
    assert.deepEqual([refused.status, refused.problem.conflicts?.[0]?.subjectRef], [409, one.assetTag])
    assert.match(refused.problem.conflicts?.[0]?.message ?? '', /Luis .* changed the name since/)
    assert.equal((await read(two.id)).name, 'Ours')
    assert.equal((await undo(ana, data.operationId, true)).status, 200)
    assert.deepEqual([(await read(one.id)).name, (await read(two.id)).name], ['Theirs', null])
  })

  test('a serial number that something else has by now stays with that', async () => {
    const { id } = await makeThing(desk, { serialNumber: 'SN-OLD' })
    const { data } = await bulk(ana, { assetIds: [id], action: { change: { serialNumber: 'SN-NEW' } } })
    await makeThing(desk, { serialNumber: 'SN-OLD' })
    const refused = await undo(ana, data.operationId)
    assert.equal(refused.status, 409)
    assert.match(refused.problem.detail ?? '', /has this serial number already/)
  })

  test('the doer while they keep it, or who leads the desk; nobody else', async () => {
    const { id } = await makeThing(desk, { categoryId: await itCategory() })
    const { operationId } = await move(id, { to: 'IN_TRANSIT' })
    assert.deepEqual(
      await Promise.all([luis, nuria, marta, iris].map(async (by) => (await undo(by, operationId)).status)),
      [404, 404, 404, 404],
    )
    assert.equal((await undo(sofia, operationId)).status, 200)
    assert.equal((await undo(ana, operationId)).status, 409)
  })

  /** The desk of a thing is its category's, also in the log. */
  const itCategory = () => makeCategory(desk, { deskCode: 'IT' })
})

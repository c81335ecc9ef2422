import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assetRelations, type BodyIn, custody, operations } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, nuria } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

type Body = BodyIn<typeof assetRelations.add>
const add = (id: string, type: Body['type'], assetId: string, by = ana) =>
  desk.as(by).call(assetRelations.add, { params: { id }, body: { type, assetId } })
const read = async (id: string) =>
  (await desk.as(ana).call(assetRelations.list, { params: { id } })).data.data
const impact = async (id: string, by = ana) => desk.as(by).call(assetRelations.impact, { params: { id } })
const hand = async (id: string, body: BodyIn<typeof custody.checkOut>) =>
  desk.as(ana).call(custody.checkOut, { params: { id }, body })

test('said from either side, read from both, kept once', async () => {
  const [server, app] = [await makeThing(desk), await makeThing(desk)]
  const { status, data } = await add(server.id, 'HOSTS', app.id)
  assert.deepEqual([status, data.type, data.asset.assetTag], [201, 'HOSTS', app.assetTag])
  assert.deepEqual(
    (await read(app.id)).map(({ type, asset }) => [type, asset.id]),
    [['RUNS_ON', server.id]],
  )
  const again = await add(app.id, 'RUNS_ON', server.id)
  assert.deepEqual([again.status, again.problem.detail], [409, `That is said of ${server.assetTag} already.`])
  assert.equal((await add(app.id, 'CONNECTED_TO', server.id)).status, 201)
  assert.equal((await add(server.id, 'CONNECTED_TO', app.id)).status, 409)
  assert.equal((await add(app.id, 'RUNS_ON', app.id)).status, 422)
  assert.equal((await add(app.id, 'RUNS_ON', newId())).status, 422)
})

test('taken apart again, by who keeps it', async () => {
  const [one, two] = [await makeThing(desk, { deskCode: 'IT' }), await makeThing(desk)]
  const { data } = await add(one.id, 'DEPENDS_ON', two.id)
  const remove = (by: string, id: string) =>
    desk.as(by).call(assetRelations.remove, { params: { id, relationId: data.id } })
  const stranger = await makeThing(desk)
  assert.deepEqual(
    [(await remove(ana, stranger.id)).status, (await remove(nuria, one.id)).status],
    [404, 403],
  )
  assert.deepEqual([(await remove(jorge, one.id)).status, (await remove(iris, one.id)).status], [403, 404])
  assert.equal((await remove(ana, one.id)).status, 204)
  assert.deepEqual(await read(two.id), [])
})

test('what stops with it, step by step, and who is hit; a circle ends, and being connected is nothing', async () => {
  const [switchbox, server, app, report, screen, disk] = await Promise.all(
    Array.from({ length: 6 }, () => makeThing(desk)),
  )
  assert.ok(switchbox && server && app && report && screen && disk)
  await add(server.id, 'DEPENDS_ON', switchbox.id)
  await add(app.id, 'RUNS_ON', server.id)
  await add(report.id, 'DEPENDS_ON', app.id)
  await add(screen.id, 'CONNECTED_TO', server.id)
  // The circle: the switch is configured by the report.
  await add(switchbox.id, 'DEPENDS_ON', report.id)
  await hand(disk.id, { assetId: server.id })
  const { personId } = await desk.who(jorge)
  await hand(report.id, { personId })
  const { data } = await impact(switchbox.id)
  assert.deepEqual(
    data.data.map(({ id, depth }) => [id, depth]).sort(),
    [
      [server.id, 1],
      [app.id, 2],
      [disk.id, 2],
      [report.id, 3],
    ].sort(),
  )
  assert.deepEqual(
    data.people.map(({ id, count }) => [id, count]),
    [[personId, 1]],
  )
  assert.equal(data.isCut, false)
  const parts = await desk.as(ana).call(assetRelations.components, { params: { id: server.id } })
  assert.deepEqual(
    parts.data.data.map(({ id }) => id),
    [disk.id],
  )
  assert.deepEqual(
    [(await impact(report.id, jorge)).status, (await impact(report.id, iris)).status],
    [403, 404],
  )
})

test('a longer circle, and a chain that is too long to tell whole, both end', async () => {
  const chain = await Promise.all(Array.from({ length: 15 }, () => makeThing(desk)))
  for (const [at, one] of chain.entries()) {
    const next = chain[at + 1]
    if (next) await add(next.id, 'DEPENDS_ON', one.id)
  }
  const { data } = await impact(chain[0]?.id ?? '')
  assert.deepEqual([data.data.length, data.isCut], [12, true])
  await add(chain[1]?.id ?? '', 'NEEDED_BY', chain[0]?.id ?? '')
  assert.equal((await impact(chain[0]?.id ?? '')).data.data.length, 12)
})

test('what is in a thing is said as a whole: new parts go in, others come out, and all of it is undone at once', async () => {
  const [whole, kept, coming, lent] = await Promise.all(Array.from({ length: 4 }, () => makeThing(desk)))
  assert.ok(whole && kept && coming && lent)
  const params = { id: whole.id }
  const set = (assetIds: string[], by = ana) =>
    desk.as(by).call(assetRelations.setComponents, { params, body: { assetIds } })
  const idsIn = async () =>
    (await desk.as(ana).call(assetRelations.components, { params })).data.data.map(({ id }) => id).sort()
  await hand(lent.id, { personId: (await desk.who(jorge)).personId })
  assert.equal((await set([kept.id, lent.id])).status, 200)
  assert.deepEqual(await idsIn(), [kept.id, lent.id].sort())
  const { data } = await set([kept.id, coming.id])
  assert.deepEqual(await idsIn(), [kept.id, coming.id].sort())
  assert.equal((await set([coming.id, kept.id])).data.operationId, null)
  const [out] = await desk.rows<{ status: string; parent: string | null }>(
    ana,
    'select status, parent_asset_id as parent from app.assets where id = $1',
    [lent.id],
  )
  assert.deepEqual(out, { status: 'IN_STOCK', parent: null })
  await desk.as(ana).call(operations.undo, { params: { operationId: data.operationId ?? '' }, body: {} })
  assert.deepEqual(await idsIn(), [kept.id, lent.id].sort())
})

test('one part that may not go in keeps all of them where they are; nothing goes into itself', async () => {
  const [whole, part] = await Promise.all([makeThing(desk), makeThing(desk)])
  const params = { id: whole.id }
  const set = (assetIds: string[], by = ana) =>
    desk.as(by).call(assetRelations.setComponents, { params, body: { assetIds } })
  assert.equal((await set([part.id, newId()])).status, 404)
  assert.equal((await set([part.id, whole.id])).status, 422)
  const twice = await set([part.id, part.id])
  assert.deepEqual([twice.status, twice.problem.errors?.[0]?.pointer], [422, '/assetIds/1'])
  assert.deepEqual((await desk.as(ana).call(assetRelations.components, { params })).data.data, [])
  assert.deepEqual([(await set([part.id], jorge)).status, (await set([part.id], iris)).status], [403, 404])
})

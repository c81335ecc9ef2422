import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { merges, operations, type Request, requestAssets } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, marta } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const link = ({ id }: Request, ...things: { id: string }[]) =>
  Promise.all(
    things.map((one) => desk.as(ana).call(requestAssets.link, { params: { id }, body: { assetId: one.id } })),
  )
const linked = async ({ id }: Request) =>
  (await desk.as(ana).call(requestAssets.list, { params: { id } })).data.data.map((one) => one.id).sort()
const merge = (into: Request, ...from: Request[]) =>
  desk.as(ana).call(merges.merge, { params: { id: into.id }, body: { requestIds: from.map(({ id }) => id) } })
const ids = (...things: { id: string }[]) => things.map(({ id }) => id).sort()

test('things go along with a merge, and back with the duplicate as it is taken out', async () => {
  const [target, one, two] = [await ask(desk, {}, marta), await ask(desk, {}, jorge), await ask(desk)]
  const [own, shared, alone] = [await makeThing(desk), await makeThing(desk), await makeThing(desk)]
  await link(target, own)
  await link(one, own, shared, alone)
  await link(two, shared)
  await merge(target, one, two)
  assert.deepEqual(await linked(target), ids(own, shared, alone))
  assert.deepEqual(await linked(one), ids(own, shared, alone))
  const about = await desk.as(ana).call(requestAssets.ofAsset, { params: { id: alone.id } })
  assert.deepEqual(about.data.data.map(({ id }) => id).sort(), ids(target, one))

  // What came through two stays by the other; what was its own stays anyway.
  await desk
    .as(ana)
    .call(merges.unmerge, { params: { id: target.id }, body: { requestIds: [one.referenceNumber] } })
  assert.deepEqual(await linked(target), ids(own, shared))
  await desk
    .as(ana)
    .call(merges.unmerge, { params: { id: target.id }, body: { requestIds: [two.referenceNumber] } })
  assert.deepEqual(await linked(target), ids(own))
  assert.deepEqual([await linked(one), await linked(two)], [ids(own, shared, alone), ids(shared)])
})

test('undoing the merge takes them back as well', async () => {
  const [target, source] = [await ask(desk), await ask(desk)]
  const thing = await makeThing(desk)
  await link(source, thing)
  const { data } = await merge(target, source)
  assert.deepEqual(await linked(target), ids(thing))
  await desk.as(ana).call(operations.undo, { params: { operationId: data.operationId }, body: {} })
  assert.deepEqual([await linked(target), await linked(source)], [[], ids(thing)])
})

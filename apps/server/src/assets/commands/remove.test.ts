import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assetRelations, assets, licences, operations, requestAssets } from '@deskhand/contract'
import { makeThing } from '../../custody/sample.ts'
import { fullContent, newMachine, ownToken, post, reportOf } from '../../discovery/sample.ts'
import { checked, imported } from '../../imports/sample.ts'
import { addLicence } from '../../licences/sample.ts'
import { ask } from '../../requests/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const remove = (id: string) => desk.as(elena).call(assets.remove, { params: { id } })

test('what a request is about stays until it is taken off', async () => {
  const thing = await makeThing(desk)
  const { id, referenceNumber } = await ask(desk)
  await desk.as(ana).call(requestAssets.link, { params: { id }, body: { assetId: thing.id } })
  const { status, problem } = await remove(thing.id)
  assert.equal(status, 409)
  assert.ok(problem.detail.includes(referenceNumber), problem.detail)
  await desk.as(ana).call(requestAssets.unlink, { params: { id, assetId: thing.id } })
  assert.equal((await remove(thing.id)).status, 204)
})

test('what another thing has to do with stays, from either side', async () => {
  const [one, two] = [await makeThing(desk), await makeThing(desk)]
  await desk
    .as(ana)
    .call(assetRelations.add, { params: { id: one.id }, body: { type: 'DEPENDS_ON', assetId: two.id } })
  const { status, problem } = await remove(two.id)
  assert.equal(status, 409)
  assert.ok(problem.detail.includes(one.assetTag), problem.detail)
})

test('what an agent reports stays', async () => {
  const { path } = await ownToken(desk)
  const machine = newMachine()
  await post(desk, path, machine, reportOf(machine, fullContent(machine)))
  const { data } = await desk.as(ana).call(assets.bySerial, { params: { serial: machine.serial } })
  const { status, problem } = await remove(data.id)
  assert.equal(status, 409)
  assert.match(problem.detail, /inventory agent/)
})

test('its seats of licences are free in the same deed, also where the import that added it is undone', async () => {
  const licence = await addLicence(desk, { kind: 'PER_DEVICE' })
  const params = { id: licence.id }
  const held = async () => (await desk.as(ana).call(licences.get, { params })).data.used
  const give = (assetId: string) => desk.as(ana).call(licences.assign, { params, body: { assetId } })
  const alone = await makeThing(desk)
  await give(alone.id)
  assert.equal(await held(), 1)
  assert.equal((await remove(alone.id)).status, 204)
  assert.equal(await held(), 0)

  const list = await checked(desk, 'Tag,Category\nSEAT-1,Seated\nSEAT-2,Seated\n')
  const { operationId } = await imported(desk, list.id)
  const { data: thing } = await desk.as(ana).call(assets.byTag, { params: { tag: 'SEAT-1' } })
  await give(thing.id)
  assert.equal(await held(), 1)
  const undone = await desk
    .as(elena)
    .call(operations.undo, { params: { operationId: operationId ?? '' }, body: {} })
  assert.equal(undone.status, 200)
  await desk.work()
  assert.equal(await held(), 0)
})

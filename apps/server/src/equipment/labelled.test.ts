import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assets, custody, equipment, labels, locations, requestAssets, requests } from '@deskhand/contract'
import { makeThing } from '../custody/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, jorge, marta } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

/** A thing with what a scanner reads from its label. */
async function labelled(kind: Parameters<typeof makeThing>[1] = {}) {
  const thing = await makeThing(desk, {
    name: 'Copier',
    serialNumber: `C-${Math.random()}`,
    deskCode: 'IT',
    ...kind,
  })
  const { text } = await desk
    .as(ana)
    .call(labels.get, { params: { id: thing.id }, query: { format: 'zpl', stock: 'ZEBRA', code: 'QR' } })
  const [, seal = ''] = text.match(/[?&]k=(\w+)/) ?? []
  return { ...thing, seal }
}
const look = (by: string, id: string, seal: string) =>
  desk.as(by).call(equipment.byLabel, { params: { id }, query: { seal } })
const report = (by: string, id: string, seal: string, summary = 'It jams') =>
  desk.as(by).call(equipment.reportLabelled, { params: { id }, body: { seal, summary } })

test('whoever scans a shared thing reads what it is and where, and nothing else of it', async () => {
  const { id, assetTag, seal } = await labelled()
  const { data: places } = await desk.as(ana).call(locations.list)
  const place = places.data.find(({ parentId, isStore }) => parentId !== null && !isStore)
  assert.ok(place)
  const params = { id }
  await desk.as(ana).call(custody.checkOut, { params, body: { locationId: place.id } })
  const { data, status } = await look(marta, assetTag, seal)
  assert.equal(status, 200)
  assert.deepEqual(data, { assetTag, name: 'Copier', place: place.path.join(', ') })
  assert.equal((await desk.as(marta).call(assets.byTag, { params: { tag: assetTag } })).status, 404)
})

test('of what somebody has, not who and not where', async () => {
  const { id, assetTag, seal } = await labelled()
  const { personId } = await desk.who(jorge)
  await desk.as(ana).call(custody.checkOut, { params: { id }, body: { personId } })
  assert.deepEqual((await look(marta, assetTag, seal)).data, { assetTag, name: 'Copier', place: null })
})

test('a fault is reported in one’s own name: the desk has a request with the thing, its history says so', async () => {
  const { id, assetTag, seal } = await labelled()
  const { data, status } = await report(marta, assetTag.toLowerCase(), seal)
  assert.equal(status, 200)
  const asked = (await desk.as(ana).call(requests.get, { params: { id: data.requestRef ?? '' } })).data
  const { personId } = await desk.who(marta)
  assert.deepEqual([asked.summary, asked.requester.id, asked.deskCode], ['It jams', personId, 'IT'])
  assert.match(asked.description ?? '', new RegExp(`About: Copier \\(${assetTag}\\)`))
  const linkedFor = async (by: string) =>
    (await desk.as(by).call(requestAssets.list, { params: { id: asked.id } })).data.data.map(({ id }) => id)
  assert.deepEqual(await linkedFor(ana), [id])
  assert.deepEqual(await linkedFor(marta), [], 'the link shows by the door of the thing')
  const { data: history } = await desk.as(ana).call(assets.events, { params: { id }, query: { limit: 5 } })
  const [first] = history.data
  assert.deepEqual([first?.name, first?.actor.id], ['asset.fault_reported', personId])
})

test('without its seal, for another company, and once it is gone there is no such thing', async () => {
  const [one, other] = [await labelled(), await labelled()]
  for (const seal of [other.seal, 'AAAAAAAAAAAAA', one.seal.slice(1)]) {
    assert.equal((await look(marta, one.assetTag, seal)).status, 404, seal)
    assert.equal((await report(marta, one.assetTag, seal)).status, 404, seal)
  }
  assert.equal((await look(marta, one.id, one.seal)).status, 404, 'the seal is that of the tag')
  assert.equal((await look(iris, one.assetTag, one.seal)).status, 404)
  assert.equal((await report(iris, one.assetTag, one.seal)).status, 404)
  const gone = await labelled({ status: 'RETIRED', subStatus: 'DISPOSED' })
  assert.equal((await look(marta, gone.assetTag, gone.seal)).status, 404)
  assert.equal((await report(marta, gone.assetTag, gone.seal)).status, 404)
})

test('says what a report needs', async () => {
  const { assetTag, seal } = await labelled()
  assert.equal((await report(marta, assetTag, seal, '  ')).status, 400)
  assert.equal((await look(marta, assetTag, '')).status, 400)
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { assets, type BodyIn, locations } from '@deskhand/contract'
import { addCategory, addPlace } from '../asset-catalogue/sample.ts'
import { addAsset } from '../assets/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const change = (id: string, body: BodyIn<typeof locations.change>, who = elena) =>
  desk.as(who).call(locations.change, { params: { id }, body })
const remove = (id: string) => desk.as(elena).call(locations.remove, { params: { id } })
const read = async (id: string) => (await desk.as(ana).call(locations.get, { params: { id } })).data

async function house() {
  const site = await addPlace(desk)
  const building = await addPlace(desk, { kind: 'BUILDING', name: 'North', parentId: site.id })
  const floor = await addPlace(desk, { kind: 'FLOOR', name: '2', parentId: building.id })
  const room = await addPlace(desk, { kind: 'ROOM', name: '2.14', parentId: floor.id, isStore: true })
  const shelf = await addPlace(desk, { kind: 'SHELF', name: 'A', parentId: room.id })
  return { site, building, floor, room, shelf }
}

test('everybody reads the tree, what lies in a place after it', async () => {
  const { site, shelf } = await house()
  assert.deepEqual(shelf.path, [site.name, 'North', '2', '2.14', 'A'])
  const { data } = await desk.as(jorge).call(locations.list)
  const ids = data.data.map(({ id }) => id)
  assert.ok(ids.indexOf(site.id) < ids.indexOf(shelf.id))
  assert.equal((await desk.as(jorge).call(locations.get, { params: { id: site.id } })).status, 403)
})

test('moving a place takes all that lies in it along', async () => {
  const { floor, shelf, building } = await house()
  const other = await addPlace(desk)
  assert.deepEqual((await change(floor.id, { parentId: other.id })).data.path, [other.name, '2'])
  assert.deepEqual((await read(shelf.id)).path, [other.name, '2', '2.14', 'A'])
  assert.deepEqual((await change(floor.id, { parentId: null, name: 'Second' })).data.path, ['Second'])
  assert.deepEqual((await read(shelf.id)).path, ['Second', '2.14', 'A'])
  assert.equal((await read(building.id)).childCount, 0)
})

test('a place lies in wider ones alone, so that no circle can be', async () => {
  const { site, building, room, shelf } = await house()
  for (const [id, parentId] of [
    [site.id, shelf.id],
    [building.id, room.id],
    [room.id, room.id],
  ] as const) {
    const refused = await change(id, { parentId })
    assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/parentId'])
  }
})

test('of two of one name in a place the second is told, also when it comes from elsewhere', async () => {
  const { floor, room } = await house()
  const second = await desk
    .as(elena)
    .call(locations.add, { body: { kind: 'ROOM', name: '2.14', parentId: floor.id } })
  assert.deepEqual([second.status, second.problem.conflicts?.[0]?.subjectId], [409, room.id])
  const elsewhere = await addPlace(desk, { kind: 'ROOM', name: '2.14' })
  assert.equal((await change(elsewhere.id, { parentId: floor.id })).status, 409)
})

test('counts what is in a place and in all that lies in it', async () => {
  const { site, room, shelf } = await house()
  const category = await addCategory(desk)
  await addAsset(desk, { categoryId: category.id, locationId: room.id })
  await addAsset(desk, { categoryId: category.id, locationId: shelf.id })
  const data = await read(room.id)
  assert.deepEqual([data.thingCount, data.thingCountBelow, data.availableCount], [1, 2, 2])
  assert.deepEqual(data.byCategory, [{ categoryId: category.id, name: category.name, count: 2 }])
  assert.deepEqual((await read(site.id)).byStatus, [{ status: 'IN_STOCK', count: 2 }])
  assert.equal(data.openRequestCount, null)
})

test('the site of a tree of units says how much is open there', async () => {
  const [unit] = await desk.rows<{ id: string }>(
    elena,
    `select u.id from app.business_units u where u.kind = 'SITE'
       and exists (select from app.requests r where r.site_id = u.id) limit 1`,
  )
  const site = await addPlace(desk, { unitId: unit?.id ?? '' })
  assert.equal(typeof (await read(site.id)).openRequestCount, 'number')
  const room = await addPlace(desk, { kind: 'ROOM', parentId: site.id })
  assert.equal((await change(room.id, { unitId: unit?.id ?? '' })).status, 422)
})

test('is deleted while it is and always was empty, else retired once nothing in use lies in it', async () => {
  const { room, shelf } = await house()
  const category = await addCategory(desk)
  const thing = await addAsset(desk, { categoryId: category.id, locationId: shelf.id })
  assert.equal((await remove(shelf.id)).status, 409)
  const elsewhere = await addPlace(desk)
  await desk.as(ana).call(assets.change, { params: { id: thing.id }, body: { locationId: elsewhere.id } })
  assert.match((await remove(shelf.id)).problem.detail ?? '', /histories name it/)
  const holds = await change(room.id, { isActive: false })
  assert.deepEqual([holds.status, holds.problem.detail?.includes('A lies in it')], [409, true])
  assert.equal((await change(shelf.id, { isActive: false })).status, 200)
  assert.equal((await change(room.id, { isActive: false })).status, 200)
  const { data } = await desk.as(ana).call(locations.list)
  assert.equal(
    data.data.some(({ id }) => id === room.id),
    false,
  )
  const all = await desk.as(ana).call(locations.list, { query: { withRetired: 'true' } })
  assert.equal(
    all.data.data.some(({ id }) => id === room.id),
    true,
  )
  const orphan = await change(shelf.id, { isActive: true })
  assert.deepEqual([orphan.status, orphan.problem.errors?.[0]?.pointer], [422, '/parentId'])
  const empty = await addPlace(desk)
  assert.equal((await remove(empty.id)).status, 204)
  assert.equal((await remove(empty.id)).status, 404)
})

test('the code of a place is a picture', async () => {
  const { room } = await house()
  const { status, headers } = await desk.as(ana).call(locations.qr, { params: { id: room.id } })
  assert.deepEqual([status, headers['content-type']], [200, 'image/png'])
})

test('is forbidden to technicians, and not there for another company', async () => {
  const { room } = await house()
  assert.equal((await change(room.id, { name: 'Mine' }, ana)).status, 403)
  assert.equal((await desk.as(iris).call(locations.get, { params: { id: room.id } })).status, 404)
})

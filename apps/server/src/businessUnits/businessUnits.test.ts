import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { businessUnits, people, requests, type UnitKind } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, marta, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const create = (kind: UnitKind, name: string, parentId: string | null = null, who = elena) =>
  desk.as(who).call(businessUnits.create, { body: { kind, name, parentId } })
const tree = async (who = ana) => (await desk.as(who).call(businessUnits.list)).data.data
const finds = async (where: string, id: string) =>
  (await desk.as(ana).call(requests.list, { query: { where, limit: 200 } })).data.data.some(
    (row) => row.id === id,
  )

test('units hold regions, regions hold sites; people and requests of a site of that name belong to it', async () => {
  await desk.as(elena).call(people.update, {
    params: { id: (await desk.who(jorge)).personId },
    body: { site: 'Lugo' },
  })
  const old = await ask(desk)
  const unit = (await create('UNIT', 'Studios')).data
  const region = (await create('REGION', 'Galicia', unit.id)).data
  const site = (await create('SITE', 'lugo', region.id)).data
  assert.equal(site.peopleCount, 1)
  assert.equal((await tree()).find(({ id }) => id === unit.id)?.peopleCount, 1)
  await desk.work()
  const fresh = await ask(desk)
  for (const { id } of [old, fresh])
    for (const where of ['site:Lugo', 'region:galicia', 'unit:Studios', `site:${site.id}`])
      assert.equal(await finds(where, id), true, where)
  assert.equal(await finds('region:galicia', (await ask(desk, {}, marta)).id), false)
  const query = { unit: 'Studios', limit: 200 }
  const { data } = (await desk.as(ana).call(requests.list, { query })).data
  assert.ok(data.some(({ id }) => id === fresh.id))

  // Moving a region takes its sites along; renaming a site renames it on its people.
  const other = (await create('UNIT', 'Shops')).data
  await desk.as(elena).call(businessUnits.update, { params: { id: region.id }, body: { parentId: other.id } })
  assert.deepEqual(
    [await finds('unit:Studios', fresh.id), await finds('unit:Shops', fresh.id)],
    [false, true],
  )
  await desk.as(elena).call(businessUnits.update, { params: { id: site.id }, body: { name: 'Lugo Centro' } })
  const { data: person } = await desk
    .as(elena)
    .call(people.get, { params: { id: (await desk.who(jorge)).personId } })
  assert.equal(person.site, 'Lugo Centro')
  // A request stays where it was asked for.
  await desk.as(elena).call(people.update, { params: { id: person.id }, body: { site: 'Madrid' } })
  assert.equal(await finds('site:"Lugo Centro"', fresh.id), true)
  const gone = await desk.as(elena).call(businessUnits.remove, { params: { id: site.id } })
  assert.equal(gone.status, 409)
})

test('what makes no tree is refused, and doubles', async () => {
  const site = (await create('SITE', 'Vigo')).data
  assert.equal((await create('SITE', 'VIGO')).status, 409)
  assert.equal((await create('UNIT', 'Inside', site.id)).status, 422)
  assert.equal((await create('REGION', 'Inside', site.id)).status, 422)
  const stale = { params: { id: site.id }, body: { name: 'V' }, headers: { 'if-match': '"9"' } }
  assert.equal((await desk.as(elena).call(businessUnits.update, stale)).status, 412)
  assert.equal((await desk.as(elena).call(businessUnits.remove, { params: { id: site.id } })).status, 204)
  assert.equal((await desk.as(elena).call(businessUnits.remove, { params: { id: site.id } })).status, 404)
})

test('everybody reads it, admins change it, other companies do not know of it', async () => {
  const unit = (await create('UNIT', 'Wholesale')).data
  assert.ok((await tree(jorge)).some(({ id }) => id === unit.id))
  for (const who of [ana, sofia, jorge]) assert.equal((await create('UNIT', 'Mine', null, who)).status, 403)
  for (const who of [iris, olga]) assert.ok(!(await tree(who)).some(({ id }) => id === unit.id))
  const call = { params: { id: unit.id }, body: { name: 'Taken' } }
  assert.equal((await desk.as(olga).call(businessUnits.update, call)).status, 404)
})

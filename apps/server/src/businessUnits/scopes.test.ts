import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  businessUnits,
  notifications,
  type Request,
  requests,
  search,
  support,
  views,
} from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const idOf = async (email: string) => (await desk.who(email)).personId
const [it] = await desk.rows<{ id: string }>(ana, `select id from app.desks where code = 'IT'`)
const serviceDeskId = it?.id ?? ''
let porto: Request
let madrid: Request
let own: Request

const narrow = async (who: string, unitIds: string[], by = elena) =>
  desk.as(by).call(businessUnits.setScopes, {
    params: { id: await idOf(who) },
    body: { scopes: [{ serviceDeskId, unitIds }] },
  })
/** The site of that name, which the world has or this makes. */
const siteOf = async (name: string, parentId: string | null = null) => {
  const known = (await desk.as(elena).call(businessUnits.list)).data.data
  const found = known.find((one) => one.kind === 'SITE' && one.name === name)
  if (found) return found
  return (await desk.as(elena).call(businessUnits.create, { body: { kind: 'SITE', name, parentId } })).data
}

before(async () => {
  await desk.rows(
    ana,
    `update app.people set site = case email when $1 then 'Porto' when $2 then 'Madrid' else site end`,
    [jorge, marta],
  )
  await siteOf('Madrid')
  await siteOf('Porto')
  await desk.work()
  porto = await ask(desk, { summary: 'Narwhal in Porto', tags: ['narwhal'] }, jorge)
  madrid = await ask(desk, { summary: 'Narwhal in Madrid', tags: ['narwhal'] }, marta)
  await desk.as(ana).call(requests.comment, {
    params: { id: madrid.id },
    body: { message: 'Narwhal note', isInternal: true },
  })
  own = await ask(desk, { summary: 'Narwhal of mine', tags: ['narwhal'] }, luis)
  await narrow(luis, [(await siteOf('Porto')).id])
})

test('list, counts, groups, search and door agree about what a narrowed person sees', async () => {
  const as = desk.as(luis)
  const seen = (await as.call(requests.list, { query: { where: 'tag:narwhal', limit: 200 } })).data.data.map(
    ({ id }) => id,
  )
  assert.deepEqual([...seen].sort(), [porto.id, own.id].sort())
  const found = (await as.call(search.find, { query: { q: 'narwhal', type: 'request', limit: 50 } })).data
    .data
  assert.deepEqual(found.map(({ id }) => id).sort(), [porto.id, own.id].sort())
  const { data: view } = await as.call(views.create, { body: { name: 'Narwhals', where: 'tag:narwhal' } })
  const counted = (await as.call(views.counts)).data.data.find(({ id }) => id === view.id)
  assert.equal(counted?.count, 2)
  const groups = (await as.call(views.groups, { query: { by: 'desk', where: 'tag:narwhal' } })).data.data
  assert.deepEqual(
    groups.map(({ count }) => count),
    [2],
  )
  const missing = await as.call(requests.get, { params: { id: 'IT-999999' } })
  for (const name of [madrid.id, madrid.referenceNumber]) {
    const hidden = await as.call(requests.get, { params: { id: name } })
    assert.deepEqual([hidden.status, hidden.problem.detail], [404, missing.problem.detail])
  }
  assert.equal((await as.call(requests.activities, { params: { id: madrid.id } })).status, 404)
  assert.equal((await as.call(requests.tag, { params: { id: madrid.id }, body: { tags: [] } })).status, 404)
  assert.equal((await as.call(requests.get, { params: { id: porto.id } })).status, 200)
  const entries = await desk.rows<{ count: number }>(
    ana,
    `select count(*)::int as count from app.request_activities where request_id = $1`,
    [madrid.id],
  )
  assert.ok((entries[0]?.count ?? 0) > 0)
})

test('their colleague, their supervisor and an admin see all of it as before', async () => {
  for (const who of [ana, sofia, elena]) {
    const { data } = (await desk.as(who).call(requests.list, { query: { where: 'tag:narwhal', limit: 200 } }))
      .data
    assert.equal(data.length, 3, who)
  }
})

test('they are not told of what lies outside, and cannot take it', async () => {
  await desk.work()
  const told = JSON.stringify((await desk.as(luis).call(notifications.list, { query: { limit: 50 } })).data)
  assert.ok(told.includes(porto.referenceNumber) && !told.includes(madrid.referenceNumber))
  await desk.rows(
    ana,
    `update app.requests set assigned_to_id = requester_id where service_desk_id = $1 and assigned_to_id is null and id <> $2`,
    [serviceDeskId, madrid.id],
  )
  assert.equal((await desk.as(luis).call(support.next, { body: { serviceDeskId } })).data.request, null)
  assert.equal(
    (await desk.as(ana).call(support.next, { body: { serviceDeskId } })).data.request?.id,
    madrid.id,
  )
})

test('a region holds its sites; widened again they see all; who leaves the desk leaves the scope', async () => {
  const region = (
    await desk
      .as(elena)
      .call(businessUnits.create, { body: { kind: 'REGION', name: 'All of it', parentId: null } })
  ).data
  await desk.as(elena).call(businessUnits.update, {
    params: { id: (await siteOf('Madrid')).id },
    body: { parentId: region.id },
  })
  const sees = async () => (await desk.as(luis).call(requests.get, { params: { id: madrid.id } })).status
  await narrow(luis, [region.id])
  assert.equal(await sees(), 200)
  assert.equal((await desk.as(luis).call(requests.get, { params: { id: porto.id } })).status, 404)
  assert.equal((await desk.as(elena).call(businessUnits.remove, { params: { id: region.id } })).status, 409)
  const { data } = await narrow(luis, [])
  assert.deepEqual(data.data, [{ serviceDeskId, unitIds: [] }])
  assert.equal(await sees(), 200)
})

test('only who gives roles narrows, only at desks they work at, only to what is there', async () => {
  const { id } = await siteOf('Porto')
  assert.equal((await narrow(luis, [id], sofia)).status, 403)
  assert.equal((await narrow(luis, [id], olga)).status, 404)
  assert.equal((await narrow(nuria, [id])).status, 422)
  assert.equal((await narrow(luis, [serviceDeskId])).status, 422)
})

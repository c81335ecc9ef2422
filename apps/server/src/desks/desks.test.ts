import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { desks, requests } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, nuria, sofia, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const list = async (who: string) => (await desk.as(who).call(desks.list)).data.data
const idOf = async (code: string, who = jorge) => (await list(who)).find((one) => one.code === code)?.id ?? ''

test('everybody sees the desks of their company, in its order', async () => {
  assert.deepEqual(
    (await list(jorge)).map(({ code, prefix }) => `${code} ${prefix}-`),
    ['IT IT-', 'HR HR-', 'FINANCE FIN-', 'FACILITIES FAC-'],
  )
  const theirs = await list(tom)
  assert.ok(theirs.length > 0)
  const ours = new Set((await list(jorge)).map(({ id }) => id))
  assert.ok(theirs.every(({ id }) => !ours.has(id)))
})

test('a desk has a name, an id and a code in any case; another company’s has none', async () => {
  const id = await idOf('IT')
  for (const name of [id, id.toUpperCase(), 'IT', 'it']) {
    const { data } = await desk.as(jorge).call(desks.get, { params: { id: name } })
    assert.equal(data.id, id)
  }
  const missing = await desk.as(tom).call(desks.get, { params: { id: newId() } })
  for (const route of [desks.get, desks.categories, desks.requestTypes] as const) {
    const { problem } = await desk.as(tom).call(route, { params: { id } })
    assert.deepEqual({ ...problem, instance: '' }, { ...missing.problem, instance: '' })
  }
  assert.equal(missing.problem.detail, 'There is no such desk.')
})

test('the catalogue is the desks with their categories and kinds', async () => {
  const { data } = await desk.as(jorge).call(desks.catalog)
  assert.deepEqual(
    data.desks.map(({ code }) => code),
    ['IT', 'HR', 'FINANCE', 'FACILITIES'],
  )
  for (const one of data.desks) {
    const { data: categories } = await desk.as(jorge).call(desks.categories, { params: { id: one.code } })
    const { data: types } = await desk.as(jorge).call(desks.requestTypes, { params: { id: one.code } })
    assert.deepEqual(
      one.categories.map(({ requestTypes: _, ...category }) => category),
      categories.data,
    )
    const byId = (all: { id: string }[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
    assert.deepEqual(byId(one.categories.flatMap(({ requestTypes }) => requestTypes)), byId(types.data))
  }
})

test('most used is what the caller’s department asked for lately, and nobody learns of confidential ones', async () => {
  const { data } = await desk.as(jorge).call(desks.catalog)
  assert.ok(data.mostUsed.length > 0 && data.mostUsed.length <= 6)
  const { data: types } = await desk.as(marta).call(desks.requestTypes, { params: { id: 'HR' } })
  const secret = types.data.find(({ isConfidential, formVersionId }) => isConfidential && !formVersionId)
  assert.ok(secret)
  for (let at = 0; at < 40; at++) {
    await desk.as(marta).call(requests.create, { body: { requestTypeId: secret.id, summary: 'Among us' } })
  }
  const mine = await desk.as(marta).call(desks.catalog)
  assert.equal(mine.data.mostUsed[0]?.id, secret.id)
  const [colleague] = await desk.rows<{ email: string }>(
    jorge,
    `select email from app.people p where department = 'Finance' and state = 'ACTIVE' and email not like 'marta@%'
       and not exists (select from app.desk_members m where m.person_id = p.id)
       and not exists (select from app.requests r where r.requester_id = p.id and r.request_type_id = $1) limit 1`,
    [secret.id],
  )
  const theirs = await desk.as(colleague?.email ?? '').call(desks.catalog)
  assert.ok(theirs.data.mostUsed.every(({ id }) => id !== secret.id))
})

test('what is retired is offered to nobody', async () => {
  const [type] = await desk.rows<{ id: string }>(
    jorge,
    `update app.request_types set is_active = false where id = (select t.id from app.request_types t
       join app.desks d on d.id = t.desk_id where d.code = 'FACILITIES' limit 1) returning id`,
  )
  const { text } = await desk.as(jorge).call(desks.catalog)
  assert.ok(type && !text.includes(type.id))
})

test('members come with what they have open, as far as the reader may see it', async () => {
  const members = async (who: string, code = 'IT') =>
    (await desk.as(who).call(desks.members, { params: { id: code } })).data.data
  const before = await members(ana)
  assert.deepEqual(
    before.map(({ name, role }) => `${name} ${role}`).filter((one) => one.endsWith('SUPERVISOR')),
    ['Sofía Prieto SUPERVISOR'],
  )
  const { data: open } = await desk
    .as(ana)
    .call(requests.list, { query: { assignee: 'me', state: 'open', limit: 200 } })
  assert.equal(before.find(({ name }) => name === 'Ana Ruiz')?.openCount, open.data.length)
  const { data } = await desk.as(jorge).call(requests.create, {
    body: { serviceDeskCode: 'IT', summary: 'Among us', isConfidential: true },
  })
  await desk.as(sofia).call(requests.assign, {
    params: { id: data.id },
    body: { assignedToId: (await desk.who(ana)).personId },
  })
  const countFor = async (who: string) =>
    (await members(who)).find(({ name }) => name === 'Ana Ruiz')?.openCount
  assert.deepEqual([await countFor(ana), await countFor(elena)], [open.data.length + 1, open.data.length])
  assert.equal((await desk.as(jorge).call(desks.members, { params: { id: 'IT' } })).status, 403)
})

test('teams have their desk and people; codes are the company’s and the desk’s', async () => {
  const teams = (await desk.as(ana).call(desks.teams)).data.data
  const it = await idOf('IT')
  assert.ok(
    teams.some(
      ({ serviceDeskId, members }) => serviceDeskId === it && members.some(({ name }) => name === 'Ana Ruiz'),
    ),
  )
  const codes = async (serviceDeskId?: string) =>
    (await desk.as(nuria).call(desks.resolutionCodes, { query: serviceDeskId ? { serviceDeskId } : {} })).data
      .data
  const ofIt = await codes(it)
  assert.ok(ofIt.some(({ code }) => code === 'NO_RESPONSE'))
  assert.ok(ofIt.every((one) => one.serviceDeskId === null || one.serviceDeskId === it))
  assert.ok((await codes()).length > ofIt.length)
})

test('whoever is new and has no department is offered what the company asks for most', async () => {
  const [one] = await desk.rows<{ email: string }>(
    jorge,
    `update app.people set department = null, site = null, site_id = null where id = (select p.id from app.people p
       where p.state = 'ACTIVE' and not p.is_admin
         and not exists (select from app.desk_members m where m.person_id = p.id) order by p.id limit 1) returning email`,
  )
  const { data } = await desk.as(one?.email ?? '').call(desks.catalog)
  assert.equal(data.mostUsed.length, 6)
  const [top] = await desk.rows<{ id: string }>(
    jorge,
    `select request_type_id as id from (select request_type_id from app.requests
       where not is_confidential and request_type_id is not null and deleted_at is null
       order by created_at desc, id desc limit 500) r group by 1 order by count(*) desc, 1 limit 1`,
  )
  assert.ok(data.mostUsed.slice(0, 3).some(({ id }) => id === top?.id))
})

test('a company that has asked for nothing yet is offered the first of each desk', async () => {
  await desk.rows(tom, 'update app.requests set deleted_at = now() returning id')
  const { data } = await desk.as(tom).call(desks.catalog)
  assert.deepEqual(
    data.mostUsed.map(({ id }) => id),
    data.desks.map(({ categories }) => categories.flatMap(({ requestTypes }) => requestTypes)[0]?.id),
  )
})

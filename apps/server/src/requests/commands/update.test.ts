import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, desks, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, nuria, sofia } from '../../testing/people.ts'
import { ask, dueAfter, put } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const update = (
  who: string,
  id: string,
  body: BodyIn<typeof requests.update>,
  headers: Record<string, string> = {},
) => desk.as(who).call(requests.update, { params: { id }, body, headers })
const eventsOf = async (id: string) =>
  (
    await desk.rows<{ name: string }>(
      jorge,
      'select name from app.events where subject_id = $1 order by id',
      [id],
    )
  ).map(({ name }) => name)
const typesOf = async (code: string) =>
  (await desk.as(jorge).call(desks.requestTypes, { params: { id: code } })).data.data

test('who asked corrects it while it is new; afterwards the desk does', async () => {
  const { id } = await ask(desk)
  const { data } = await update(jorge, id, { summary: 'VPN drops at home', customFields: { floor: 2 } })
  assert.deepEqual([data.summary, data.customFields, data.version], ['VPN drops at home', { floor: 2 }, 2])
  await update(ana, id, { status: 'IN_PROGRESS' })
  const late = await update(jorge, id, { summary: 'Something else' })
  assert.deepEqual(
    [late.status, late.problem.detail],
    [409, 'The desk has begun with it. Tell them in a reply.'],
  )
  assert.equal((await update(ana, id, { description: null })).data.description, null)
})

test('tells the timeline what was changed, and the log from what to what', async () => {
  const { id } = await ask(desk, { description: 'Old.' })
  await update(ana, id, { summary: 'New title', description: 'New.' })
  const { data } = await desk.as(jorge).call(requests.activities, { params: { id } })
  assert.equal(data.data.at(-1)?.message, 'Ana Ruiz changed the title and the description.')
  const [event] = await desk.rows(
    jorge,
    `select changes from app.events where subject_id = $1 and name = 'request.updated'`,
    [id],
  )
  assert.deepEqual(event, {
    changes: { summary: ['VPN drops every 20 minutes', 'New title'], description: ['Old.', 'New.'] },
  })
})

test('each part goes by the rule of its own command', async () => {
  const { id } = await ask(desk)
  const { data } = await update(ana, id, {
    tags: ['vpn'],
    impact: 'HIGH',
    urgency: 'HIGH',
    status: 'IN_PROGRESS',
  })
  assert.deepEqual(
    [data.tags, data.priority, data.status, data.version],
    [['vpn'], 'CRITICAL', 'IN_PROGRESS', 4],
  )
  assert.deepEqual(await eventsOf(id), [
    'request.created',
    'request.tagged',
    'request.prioritised',
    'request.moved',
  ])
  const beyond: BodyIn<typeof requests.update>[] = [
    { tags: ['x'] },
    { priority: 'LOW' },
    { status: 'WAITING' },
  ]
  for (const body of beyond) {
    assert.equal((await update(jorge, id, body)).status, 403, JSON.stringify(body))
  }
  assert.equal((await update(ana, id, { status: 'SUBMITTED' })).status, 409)
  assert.equal(
    (await update(ana, id, { status: 'RESOLVED' })).problem.errors?.[0]?.pointer,
    '/resolutionCode',
  )
})

test('a refused part takes the others back with it', async () => {
  const { id } = await ask(desk)
  assert.equal((await update(ana, id, { summary: 'Half', status: 'APPROVED' })).status, 409)
  const { data } = await desk.as(jorge).call(requests.get, { params: { id } })
  assert.deepEqual([data.summary, data.version], ['VPN drops every 20 minutes', 1])
  assert.deepEqual(await eventsOf(id), ['request.created'])
})

test('another kind brings its promise, counted from the beginning; one of another desk does not exist', async () => {
  const { id, createdAt } = await ask(desk, { serviceDeskCode: 'FACILITIES' })
  const type = (await typesOf('FACILITIES')).find(({ slaHours }) => slaHours)
  assert.ok(type?.slaHours)
  const { data } = await update(elena, id, { requestTypeId: type.id })
  assert.equal(data.requestTypeName, type.name)
  assert.equal(new Date(data.slaDueAt ?? '').toISOString(), await dueAfter(desk, createdAt, type.slaHours))
  const foreign = (await typesOf('HR'))[0]?.id ?? ''
  for (const requestTypeId of [foreign, newId()]) {
    assert.equal((await update(elena, id, { requestTypeId })).problem.errors?.[0]?.pointer, '/requestTypeId')
  }
})

test('a confidential kind makes the request confidential, and nobody shuts themselves out by it', async () => {
  const type = (await typesOf('HR')).find(({ isConfidential }) => isConfidential)
  assert.ok(type)
  const { id } = await ask(desk, { serviceDeskCode: 'HR' })
  const byAdmin = await update(elena, id, { requestTypeId: type.id })
  assert.equal(byAdmin.problem.errors?.[0]?.pointer, '/requestTypeId')
  const { data } = await update(nuria, id, { requestTypeId: type.id })
  assert.equal(data.isConfidential, true)
  assert.equal((await desk.as(elena).call(requests.get, { params: { id } })).status, 404)
})

test('changing nothing is no change', async () => {
  const { id } = await ask(desk)
  const { status, data } = await update(jorge, id, {
    summary: 'VPN drops every 20 minutes',
    status: 'SUBMITTED',
  })
  assert.deepEqual([status, data.version], [200, 1])
  assert.deepEqual(await eventsOf(id), ['request.created'])
})

test('a closed request is read-only; a stale version is refused; hidden is missing', async () => {
  const { id } = await ask(desk)
  assert.equal((await update(iris, id, { summary: 'Mine' })).status, 404)
  assert.equal((await update(ana, id, { summary: 'Mine' }, { 'if-match': '"7"' })).status, 412)
  await put(desk, id, { status: 'REJECTED', rejection_reason: 'No.', closed_at: new Date() })
  assert.equal((await update(sofia, id, { summary: 'Late' })).status, 409)
})

test('no column can be set that is not in the contract', async () => {
  const { id } = await ask(desk)
  for (const field of [
    'companyId',
    'createdById',
    'version',
    'number',
    'slaDueAt',
    'isConfidential',
    '__proto__',
  ]) {
    const body = JSON.parse(`{"summary": "Hello", "${field}": "x"}`)
    assert.equal((await update(ana, id, body)).status, 400, field)
  }
})

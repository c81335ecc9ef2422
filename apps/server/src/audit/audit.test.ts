import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { audit, identity, people, requests } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, nuria, olga, sofia } from '../testing/people.ts'
import { demoPassword } from '../world/load.ts'

const desk = await openDesk()
after(() => desk.close())

const ask = async (body = {}) =>
  (
    await desk
      .as(jorge)
      .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Printer is jammed', ...body } })
  ).data
const list = async (query = {}, email = elena) => (await desk.as(email).call(audit.list, { query })).data
const lines = async (query = {}) => (await list(query)).data.map(({ words }) => words)

test('tells who did what, newest first, with every difference and the names behind it', async () => {
  const { id, referenceNumber: ref } = await ask()
  const { personId } = await desk.who(ana)
  await desk.as(sofia).call(requests.assign, { params: { id }, body: { assignedToId: personId } })
  await desk.as(ana).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })
  assert.deepEqual(await lines({ subjectId: id }), [
    `Ana Ruiz moved ${ref} to in progress`,
    `Sofía Prieto gave ${ref} to Ana Ruiz`,
    `Jorge Vidal opened ${ref}`,
  ])
  const [moved, assigned] = (await list({ subjectRef: ref.toLowerCase() })).data
  assert.deepEqual(moved?.changes['status'], ['SUBMITTED', 'IN_PROGRESS'])
  assert.deepEqual(assigned?.changes, { assignedToId: [null, personId] })
  assert.deepEqual(assigned?.names, { [personId]: 'Ana Ruiz' })
  assert.deepEqual(
    [moved?.actorName, moved?.subjectType, moved?.subjectRef, moved?.ip],
    ['Ana Ruiz', 'request', ref, '127.0.0.1'],
  )
  const { data: one } = await desk.as(elena).call(audit.get, { params: { id: moved?.id ?? '' } })
  assert.deepEqual(one, moved)
})

test('names people instead of their ids', async () => {
  const { personId } = await desk.who(jorge)
  await desk.as(elena).call(people.update, { params: { id: personId }, body: { jobTitle: 'Estimator' } })
  const [entry] = (await list({ subjectId: personId, name: 'person.updated' })).data
  assert.deepEqual([entry?.words, entry?.subjectRef], ['Elena Duarte changed Jorge Vidal', 'Jorge Vidal'])
})

test('filters by actor, name, kind of subject and time, in pages without gap or double', async () => {
  const { personId } = await desk.who(nuria)
  const mine = await list({ actorId: personId, limit: 200 })
  assert.ok(mine.data.length > 0 && mine.data.every(({ actorId }) => actorId === personId))
  const replied = await list({ name: 'request.replied,request.noted', limit: 5 })
  assert.ok(replied.data.every(({ name }) => ['request.replied', 'request.noted'].includes(name)))
  assert.deepEqual(
    (await list({ subjectType: 'company,session' })).data.filter(
      ({ subjectType }) => subjectType === 'request',
    ),
    [],
  )
  const until = mine.data.at(-1)?.at ?? ''
  assert.ok((await list({ until, limit: 5 })).data.every(({ at }) => at < until))

  const first = await list({ limit: 3 })
  const second = await list({ limit: 3, cursor: first.page.next ?? '' })
  const six = await list({ limit: 6 })
  assert.deepEqual([...first.data, ...second.data], six.data)
})

test('of a confidential request the admin reads nothing, not even that somebody was told', async () => {
  const { id, referenceNumber: ref } = await ask({
    serviceDeskCode: 'HR',
    isConfidential: true,
    summary: 'My salary',
  })
  await desk.as(nuria).call(requests.comment, { params: { id }, body: { message: 'Noted.' } })
  await desk.work()
  const events = await desk.rows<{ id: string }>(
    jorge,
    `select e.id::text as id from app.events e left join app.events c on c.id = e.caused_by_id
     where e.subject_id = $1 or c.subject_id = $1`,
    [id],
  )
  assert.ok(events.length >= 6)
  const names = 'request.created,request.replied,notification.created,mail.queued'
  for (const query of [{ subjectId: id }, { subjectRef: ref }, { limit: 200 }, { name: names, limit: 200 }]) {
    const shown = new Set((await list(query)).data.map((entry) => entry.id))
    assert.deepEqual(
      events.filter((event) => shown.has(event.id)),
      [],
    )
  }
  for (const event of events) {
    assert.equal((await desk.as(elena).call(audit.get, { params: { id: event.id } })).status, 404)
  }
})

test('a request that is sealed later takes its whole past with it, and what followed from it', async () => {
  const { id } = await ask()
  await desk.work()
  assert.equal((await list({ subjectId: id })).data.length, 1)
  const before = (await list({ name: 'mail.queued,notification.created', limit: 200 })).data.length
  const { personId } = await desk.who(sofia)
  await desk.as(sofia).call(requests.seal, {
    params: { id },
    body: { isConfidential: true, includesDesk: false, personIds: [personId] },
  })
  assert.deepEqual((await list({ subjectId: id })).data, [])
  assert.equal((await list({ name: 'mail.queued,notification.created', limit: 200 })).data.length, before - 3)
})

test('leaves consequences out unless they are asked for', async () => {
  await ask()
  await desk.work()
  const names = new Set((await list({ limit: 200 })).data.map(({ name }) => name))
  assert.equal(names.has('notification.created') || names.has('mail.queued'), false)
  const [told] = (await list({ name: 'notification.created', limit: 1 })).data
  assert.match(told?.words ?? '', /^A notification for \d+ people$/)
})

test('leaves sign-ins out where one says so, unless they are asked for', async () => {
  await desk.call(identity.login, { body: { email: elena, password: demoPassword } })
  const names = async (query: Parameters<typeof list>[0]) =>
    new Set((await list({ limit: 200, ...query })).data.map(({ name }) => name))
  assert.equal((await names({})).has('session.started'), true)
  assert.equal((await names({ signIns: 'false' })).has('session.started'), false)
  assert.deepEqual([...(await names({ signIns: 'false', name: 'session.started' }))], ['session.started'])
  const asked = await names({ signIns: 'false', subjectType: 'session' })
  assert.ok(asked.has('session.started'), 'asked for by its kind')
})

test('only admins read it, each of their own company', async () => {
  const { id } = await ask()
  for (const email of [jorge, ana, sofia]) {
    assert.equal((await desk.as(email).call(audit.list, { query: {} })).status, 403)
  }
  assert.deepEqual((await list({ subjectId: id }, olga)).data, [])
  const [entry] = (await list({ subjectId: id })).data
  const refusals = await Promise.all(
    [entry?.id ?? '', '999999999', 'x'].map((id) => desk.as(olga).call(audit.get, { params: { id } })),
  )
  for (const { status, problem } of refusals) {
    assert.deepEqual([status, { ...problem, instance: '' }], [404, { ...refusals[1]?.problem, instance: '' }])
  }
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type BodyIn, people } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, marta, olga, sofia } from '../../testing/people.ts'
import { words } from '../words.ts'

let desk: Desk
let desks: Record<string, string>
before(async () => {
  desk = await openDesk()
  const rows = await desk.rows<{ code: string; id: string }>(elena, 'select code, id from app.desks')
  desks = Object.fromEntries(rows.map(({ code, id }) => [code, id]))
})
after(() => desk.close())

type Roles = BodyIn<typeof people.setGrants>['roles']
const set = async (email: string, roles: Roles, headers: Record<string, string> = {}) =>
  desk
    .as(elena)
    .call(people.setGrants, { params: { id: (await desk.who(email)).personId }, body: { roles }, headers })
const onDesk = (role: 'technician' | 'supervisor', code: string) => ({
  role,
  serviceDeskId: desks[code] ?? '',
})
const permissions = async (email: string) => (await desk.as(email).call(people.me)).data.permissions

test('counts from the next request on, and goes away again', async () => {
  assert.equal((await permissions(jorge)).includes('requests.work'), false)
  const { data, headers } = await set(jorge, [onDesk('supervisor', 'HR'), onDesk('technician', 'IT')])
  assert.deepEqual(new Set(data.data), new Set([onDesk('technician', 'IT'), onDesk('supervisor', 'HR')]))
  assert.equal(headers['etag'], '"2"')
  assert.equal((await permissions(jorge)).includes('requests.supervise'), true)

  await set(jorge, [onDesk('technician', 'IT')])
  assert.equal((await permissions(jorge)).includes('requests.supervise'), false)
  await set(jorge, [])
  assert.equal((await permissions(jorge)).includes('requests.work'), false)

  const { personId } = await desk.who(jorge)
  const events = await desk.rows<{ changes: { roles: [object[], object[]] }; people: string[] }>(
    elena,
    `select changes, people from app.events where name = 'person.roles_changed' and subject_id = $1 order by id`,
    [personId],
  )
  assert.deepEqual(
    events.map(({ changes }) => changes.roles.map((roles) => roles.length)),
    [
      [0, 2],
      [2, 1],
      [1, 0],
    ],
  )
  assert.deepEqual(events[0]?.people, [personId])
})

test('leaving a desk leaves its teams', async () => {
  const { personId } = await desk.who(ana)
  const teams = () =>
    desk.rows(elena, 'select team_id from app.team_members where person_id = $1', [personId])
  assert.equal((await teams()).length, 1)
  await set(ana, [onDesk('supervisor', 'IT')])
  assert.equal((await teams()).length, 1)
  await set(ana, [onDesk('technician', 'HR')])
  assert.deepEqual(await teams(), [])
})

test('an admin is made and unmade', async () => {
  await set(marta, [{ role: 'admin', serviceDeskId: null }])
  assert.equal((await permissions(marta)).includes('people.manage'), true)
  await set(marta, [])
  assert.equal((await permissions(marta)).includes('people.manage'), false)
})

test('the same roles once more are no change', async () => {
  const roles = [onDesk('supervisor', 'IT')]
  await set(sofia, roles)
  const { headers } = await set(sofia, roles)
  assert.equal(headers['etag'], undefined)
  const { status } = await set(sofia, [], { 'if-match': '"99"' })
  assert.equal(status, 412)
})

test('what makes no sense is refused and changes nothing', async () => {
  for (const [roles, sentence] of [
    [[{ role: 'supervisor', serviceDeskId: null }], words.needsDesk],
    [[{ role: 'technician', serviceDeskId: newId() }], words.noSuchDesk],
    [[onDesk('technician', 'IT'), onDesk('supervisor', 'IT')], words.oncePerDesk],
  ] satisfies [Roles, string][]) {
    const { status, problem } = await set(jorge, roles)
    assert.deepEqual([status, problem.detail, problem.errors?.[0]?.pointer], [422, sentence, '/roles'])
  }
  const params = { id: (await desk.who(jorge)).personId }
  assert.deepEqual((await desk.as(elena).call(people.grants, { params })).data.data, [])
})

test('is for admins, and finds nobody of another company', async () => {
  const params = { id: (await desk.who(jorge)).personId }
  const body = { roles: [{ role: 'admin' as const, serviceDeskId: null }] }
  for (const email of [jorge, sofia]) {
    assert.equal((await desk.as(email).call(people.setGrants, { params, body })).status, 403)
    assert.equal((await desk.as(email).call(people.grants, { params })).status, 403)
  }
  for (const route of [people.grants, people.setGrants] as const) {
    const refuse = async (id: string) => {
      const { status, problem } = await desk
        .as(elena)
        .call(route, { params: { id }, ...(route.kind === 'command' ? { body: { roles: [] } } : {}) })
      const { instance: _, ...rest } = problem
      return { ...rest, status }
    }
    const foreign = await refuse((await desk.who(olga)).personId)
    assert.deepEqual(foreign, await refuse(newId()))
    assert.equal(foreign.status, 404)
  }
})

test('roles and permissions are told in words', async () => {
  const { data } = await desk.as(elena).call(people.roleList)
  assert.deepEqual(
    data.data.map(({ id, perDesk }) => `${id} ${perDesk}`),
    ['employee false', 'technician true', 'supervisor true', 'admin false'],
  )
  for (const { permissions } of data.data) for (const { words } of permissions) assert.ok(words.length > 5)
  const every = (await desk.as(elena).call(people.permissionList)).data.data.map(({ id }) => id)
  assert.ok(every.includes('requests.work') && !every.includes('platform.manage'))
})

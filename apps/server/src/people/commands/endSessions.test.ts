import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { identity, people } from '@deskhand/contract'
import { signIn, withTokens } from '../../identity/sample.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, olga, sofia, tom } from '../../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const idOf = async (email: string) => (await desk.who(email)).personId
const look = async (who: string, whom: string) =>
  desk.as(who).call(people.sessions, { params: { id: await idOf(whom) } })
const end = async (who: string, whom: string) =>
  desk.as(who).call(people.endSessions, { params: { id: await idOf(whom) } })

describe('where somebody is signed in', () => {
  test('an admin sees it and ends it at once; the log says who did', async () => {
    const tokens = await signIn(desk, jorge)
    assert.equal((await withTokens(desk, tokens).call(people.me)).status, 200)
    const { data } = await look(elena, jorge)
    assert.deepEqual(
      data.data.map(({ method, ip }) => [method, ip]),
      [['password', '127.0.0.1']],
    )
    assert.deepEqual((await end(elena, jorge)).data, { ended: 1 })
    assert.equal((await withTokens(desk, tokens).call(people.me)).status, 401)
    const body = { refreshToken: tokens.refreshToken }
    assert.equal((await desk.call(identity.refresh, { body })).status, 401)
    const [event] = await desk.rows(
      elena,
      `select actor_id as actor, data from app.events where name = 'session.ended' order by id desc limit 1`,
    )
    assert.deepEqual(event, { actor: await idOf(elena), data: { sessionIds: [data.data[0]?.id] } })
    assert.deepEqual((await look(elena, jorge)).data.data, [])
  })

  test('with nothing to end nothing is written down; one’s own session stays', async () => {
    await end(elena, luis)
    const before = await desk.rows(elena, 'select from app.events')
    assert.deepEqual((await end(elena, luis)).data, { ended: 0 })
    assert.equal((await desk.rows(elena, 'select from app.events')).length, before.length)
    assert.equal((await end(elena, elena)).status, 200)
    assert.equal((await desk.as(elena).call(people.me)).status, 200)
  })

  test('it is for admins alone, and of their own company', async () => {
    for (const who of [jorge, ana, sofia]) {
      assert.equal((await look(who, tom)).status, 403)
      assert.equal((await end(who, jorge)).status, 403)
    }
    await signIn(desk, tom)
    assert.equal((await look(elena, tom)).status, 404)
    assert.equal((await end(elena, tom)).status, 404)
    assert.equal((await look(olga, tom)).data.data.length, 1)
  })
})

test('a role is read by its name', async () => {
  const { data } = await desk.as(elena).call(people.role, { params: { id: 'supervisor' } })
  const all = await desk.as(elena).call(people.roleList)
  assert.deepEqual(
    data,
    all.data.data.find(({ id }) => id === 'supervisor'),
  )
  assert.ok(data.permissions.some(({ id }) => id === 'requests.supervise'))
  assert.equal((await desk.as(elena).call(people.role, { params: { id: 'super_admin' } })).status, 404)
  assert.equal((await desk.as(sofia).call(people.role, { params: { id: 'admin' } })).status, 403)
})

test('departments are those that people belong to, each with its number, of one’s own company', async () => {
  const { data } = await desk.as(jorge).call(people.departments)
  const names = data.data.map(({ name }) => name)
  assert.deepEqual(names, [...new Set(names)])
  const [counted] = await desk.rows<{ count: number }>(
    jorge,
    'select count(*)::int as count from app.people where department is not null and deleted_at is null',
  )
  assert.equal(
    data.data.reduce((sum, { peopleCount }) => sum + peopleCount, 0),
    counted?.count,
  )
  const theirs = await desk.as(tom).call(people.departments)
  assert.notDeepEqual(theirs.data, data)
})

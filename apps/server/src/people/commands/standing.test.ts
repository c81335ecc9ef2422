import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { people } from '@deskhand/contract'
import { type SignIn, signIn, withTokens } from '../../identity/sample.ts'
import { newId } from '../../platform/ids.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, pablo, sofia } from '../../testing/people.ts'
import { words } from '../words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

const idOf = async (email: string) => ({ id: (await desk.who(email)).personId })
const get = async (email: string) => desk.as(elena).call(people.get, { params: await idOf(email) })
const admin = (email: string) =>
  desk.as(elena).call(people.setGrants, {
    params: { id: email },
    body: { roles: [{ role: 'admin', serviceDeskId: null }] },
  })

describe('blocking', () => {
  test('ends every session at once, and unblocking lets them sign in again', async () => {
    const params = await idOf(jorge)
    const tokens = await signIn(desk, jorge)
    const seen = (await get(jorge)).data.version
    const blocked = await desk.as(elena).call(people.block, { params, headers: { 'if-match': `"${seen}"` } })
    assert.deepEqual([blocked.data.state, blocked.headers['etag']], ['BLOCKED', `"${seen + 1}"`])
    assert.equal((await withTokens(desk, tokens).call(people.me)).status, 401)

    const again = await desk.as(elena).call(people.block, { params })
    assert.deepEqual([again.status, again.problem.detail], [409, words.isBlocked('Jorge Vidal')])

    const { data } = await desk.as(elena).call(people.unblock, { params })
    assert.equal(data.state, 'ACTIVE')
    await signIn(desk, jorge)
    assert.equal((await withTokens(desk, tokens).call(people.me)).status, 401)
    const twice = await desk.as(elena).call(people.unblock, { params })
    assert.deepEqual([twice.status, twice.problem.detail], [409, words.notBlocked('Jorge Vidal')])
    const events = await desk.rows<{ name: string; changes: object }>(
      elena,
      `select name, changes from app.events where subject_id = $1 and name like 'person.%block%' order by id`,
      [params.id],
    )
    assert.deepEqual(events, [
      { name: 'person.blocked', changes: { state: ['ACTIVE', 'BLOCKED'] } },
      { name: 'person.unblocked', changes: { state: ['BLOCKED', 'ACTIVE'] } },
    ])
  })

  test('leaves who never joined to their invitation', async () => {
    const body = { email: 'never@harbour.example', firstName: 'Ne', lastName: 'Ver' }
    const { id } = (await desk.as(elena).call(people.create, { body })).data
    await desk.as(elena).call(people.block, { params: { id } })
    const invite = await desk.as(elena).call(people.invite, { params: { id } })
    assert.deepEqual([invite.status, invite.problem.detail], [409, words.blockedNotInvited('Ne Ver')])
    const { data } = await desk.as(elena).call(people.unblock, { params: { id } })
    assert.equal(data.state, 'INVITED')
  })

  test('refuses a version that is no longer there, with what is', async () => {
    const params = await idOf(marta)
    const { status, problem } = await desk
      .as(elena)
      .call(people.block, { params, headers: { 'if-match': '"99"' } })
    assert.equal(status, 412)
    assert.equal(Reflect.get(Object(problem.current), 'email'), marta)
    assert.equal((await get(marta)).data.state, 'ACTIVE')
  })
})

describe('removing', () => {
  test('takes somebody out of every list, and restoring is a true undo', async () => {
    const params = await idOf(luis)
    const before = (await get(luis)).data
    assert.equal((await desk.as(elena).call(people.remove, { params })).status, 204)
    assert.equal((await desk.as(ana).call(people.get, { params })).status, 404)
    assert.equal((await desk.as(jorge).call(people.get, { params })).status, 404)
    assert.ok((await get(luis)).data.deletedAt)
    const found = await desk.as(ana).call(people.list, { query: { q: luis } })
    assert.deepEqual(found.data.data, [])
    const removed = await desk.as(elena).call(people.list, { query: { deleted: 'true' } })
    assert.deepEqual(
      removed.data.data.map(({ email }) => email),
      [luis],
    )

    const change = await desk.as(elena).call(people.update, { params, body: { phone: null } })
    assert.deepEqual([change.status, change.problem.detail], [409, words.isRemoved('Luis Mora')])
    const restored = await desk.as(elena).call(people.restore, { params })
    assert.deepEqual({ ...restored.data, version: 0 }, { ...before, version: 0 })
    await signIn(desk, luis)
    const twice = await desk.as(elena).call(people.restore, { params })
    assert.deepEqual([twice.status, twice.problem.detail], [409, words.notRemoved('Luis Mora')])
  })
})

describe('these commands', () => {
  const routes = [people.block, people.unblock, people.remove, people.restore, people.invite] as const

  test('are for who manages people', async () => {
    for (const route of routes) {
      const { status } = await desk.as(ana).call(route, { params: await idOf(marta) })
      assert.equal(status, 403)
    }
  })

  test('find nobody of another company, and nobody at all, in the same words', async () => {
    for (const route of routes) {
      const answers = []
      for (const id of [(await idOf(olga)).id, newId(), 'not-an-id']) {
        const { status, problem } = await desk.as(elena).call(route, { params: { id } })
        const { instance: _, ...rest } = problem
        answers.push(JSON.stringify({ ...rest, status }))
      }
      assert.equal(new Set(answers).size, 1)
      assert.match(answers[0] ?? '', /"status":404/)
    }
    const [row] = await desk.rows<{ state: string }>(olga, `select state from app.people where email = $1`, [
      olga,
    ])
    assert.equal(row?.state, 'ACTIVE')
  })

  test('invite only who has not joined', async () => {
    const { status, problem } = await desk.as(elena).call(people.invite, { params: await idOf(nuria) })
    assert.deepEqual([status, problem.detail], [409, words.hasJoined('Nuria Campos')])
  })
})

// At last, because it ends the sessions of those who ask elsewhere here.
describe('nobody', () => {
  test('blocks, removes or takes the admin role from themselves', async () => {
    const params = await idOf(elena)
    for (const route of [people.block, people.remove]) {
      const { status } = await desk.as(elena).call(route, { params })
      assert.equal(status, 409)
    }
    const { status, problem } = await desk.as(elena).call(people.setGrants, { params, body: { roles: [] } })
    assert.deepEqual([status, problem.detail], [409, words.notYourself.roles])
  })

  test('is the last admin: of two who would take each other out at once, one stays', async () => {
    await admin((await idOf(sofia)).id)
    for (let round = 0; round < 5; round++) {
      const [first, second] = [await signIn(desk, elena), await signIn(desk, sofia)]
      const block = async (tokens: SignIn, whom: string) =>
        (await withTokens(desk, tokens).call(people.block, { params: await idOf(whom) })).status
      const statuses = await Promise.all([block(first, sofia), block(second, elena)])
      const admins = await desk.rows<{ email: string }>(
        pablo,
        `select email from app.people where is_admin and state = 'ACTIVE'`,
      )
      assert.deepEqual(
        admins.map(({ email }) => email),
        statuses[0] === 200 ? [elena] : [sofia],
      )
      assert.equal(statuses.filter((status) => status === 200).length, 1, statuses.join())
      const [survivor, other] = statuses[0] === 200 ? [first, sofia] : [second, elena]
      await withTokens(desk, survivor).call(people.unblock, { params: await idOf(other) })
    }
  })
})

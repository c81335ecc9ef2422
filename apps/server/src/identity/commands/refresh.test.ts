import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { identity, people } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, omar, root, sofia } from '../../testing/people.ts'
import { demoPassword } from '../../world/load.ts'
import { signIn, tokensOf, withTokens } from '../sample.ts'

const day = 24 * 3600_000
let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())
afterEach(() => clock.reset())

const refresh = (refreshToken: string) => desk.call(identity.refresh, { body: { refreshToken } })
const endOf = async (email: string, sessionId: string) => {
  const [event] = await desk.rows<{ name: string }>(
    email,
    `select name from app.events where name = 'session.ended' and subject_id = $1`,
    [sessionId],
  )
  return event?.name
}
const sessionOf = async (tokens: { accessToken: string }) =>
  (await withTokens(desk, tokens).call(people.me)).data.sessionId

test('answers new tokens of the same session for the same company', async () => {
  const first = await signIn(desk, jorge)
  const second = tokensOf((await refresh(first.refreshToken)).data)
  assert.notEqual(second.refreshToken, first.refreshToken)
  assert.deepEqual(second.user, first.user)
  assert.equal(await sessionOf(second), await sessionOf(first))
  assert.equal((await refresh(second.refreshToken)).status, 200)
})

test('of fifty that come at once one rotates, the others are told to look again; nobody is signed out', async () => {
  const { refreshToken } = await signIn(desk, ana)
  const all = await Promise.all(Array.from({ length: 50 }, () => refresh(refreshToken)))
  const winners = all.filter(({ status }) => status === 200)
  assert.equal(winners.length, 1)
  for (const one of all) if (one.status !== 200) assert.equal(one.problem.code, 'race')
  assert.equal((await refresh(winners[0]?.data.refreshToken ?? '')).status, 200)
})

test('a token that comes again after two seconds ends the whole session, for thief and owner alike', async () => {
  const stolen = await signIn(desk, luis)
  const sessionId = await sessionOf(stolen)
  const owner = tokensOf((await refresh(stolen.refreshToken)).data)
  clock.shiftBy(1_900)
  assert.equal((await refresh(stolen.refreshToken)).problem.code, 'race')
  clock.shiftBy(200)
  const thief = await refresh(stolen.refreshToken)
  assert.deepEqual([thief.status, thief.problem.code], [401, 'not_signed_in'])
  assert.equal((await refresh(owner.refreshToken)).status, 401)
  assert.equal((await withTokens(desk, owner).call(people.me)).status, 401)
  assert.equal(await endOf(luis, sessionId), 'session.ended')
})

test('lies unused for fourteen days at most', async () => {
  const { refreshToken } = await signIn(desk, marta)
  clock.shiftBy(14 * day - 1_000)
  const next = tokensOf((await refresh(refreshToken)).data)
  clock.shiftBy(14 * day + 1_000)
  assert.equal((await refresh(next.refreshToken)).status, 401)
})

test('lasts thirty days at most, however often it is used', async () => {
  let { refreshToken } = await signIn(desk, marta)
  for (let passed = 0; passed < 3; passed++) {
    clock.shiftBy(9.9 * day)
    refreshToken = tokensOf((await refresh(refreshToken)).data).refreshToken
  }
  clock.shiftBy(0.4 * day)
  assert.equal((await refresh(refreshToken)).status, 401)
})

test('the access token lives for ten minutes and half a minute of a wrong clock', async () => {
  const tokens = await signIn(desk, marta)
  clock.shiftBy(10 * 60_000 + 31_000)
  assert.equal((await withTokens(desk, tokens).call(people.me)).status, 401)
})

test('stops with the person and their company', async () => {
  const blocked = await signIn(desk, omar)
  const { personId } = await desk.who(omar)
  await desk.as(elena).call(people.block, { params: { id: personId } })
  assert.equal((await refresh(blocked.refreshToken)).status, 401)

  // Also when the session itself was left open.
  const gone = await signIn(desk, sofia)
  await desk.rows(sofia, `update app.people set deleted_at = now() where email = $1`, [sofia])
  const { status, problem } = await refresh(gone.refreshToken)
  assert.deepEqual([status, problem.code], [401, 'not_signed_in'])
})

test('works for a super admin of no company', async () => {
  const { refreshToken } = await signIn(desk, root)
  assert.equal((await refresh(refreshToken)).data.user.isSuperAdmin, true)
})

test('an access token, a made-up one and none are not refresh tokens', async () => {
  const { accessToken } = await signIn(desk, jorge)
  assert.equal((await refresh(accessToken)).status, 401)
  assert.equal((await refresh('x'.repeat(43))).status, 401)
  assert.equal((await desk.call(identity.refresh, { body: {} })).status, 401)
})

test('by cookie only from our own pages, and then in cookies again', async () => {
  const { headers } = await desk.call(identity.login, {
    body: { email: jorge, password: demoPassword, delivery: 'cookie' },
    headers: { origin: 'http://localhost:3000' },
  })
  const cookie = [headers['set-cookie']].flat().map((one) => String(one).split(';')[0])
  const refreshCookie = cookie.find((one) => one?.startsWith('deskhand-rt=')) ?? ''
  const byCookie = (more: Record<string, string>) =>
    desk.call(identity.refresh, { body: {}, headers: { cookie: refreshCookie, ...more } })

  assert.equal((await byCookie({})).status, 403)
  assert.equal((await byCookie({ origin: 'https://evil.example' })).status, 403)
  const { status, data, headers: renewed } = await byCookie({ origin: 'http://localhost:3000' })
  assert.deepEqual([status, data.accessToken, data.refreshToken], [200, undefined, undefined])
  assert.equal([renewed['set-cookie']].flat().length, 2)
})

import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { contract, deskManagement, identity, people, proofFor, proofs, type Route } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { openDesk } from '../../testing/desk.ts'
import { elena, jorge, luis, marta, olga, omar, root } from '../../testing/people.ts'
import { demoPassword } from '../../world/load.ts'
import { mailTo, type SignIn, signIn, tokensOf, withTokens } from '../sample.ts'
import { words } from '../words.ts'

const desk = await openDesk()
after(() => desk.close())
afterEach(() => clock.reset())
const idOf = async (email: string) => (await desk.who(email)).personId

/** A real session whose proof is so many minutes old. Nobody has asked with it yet, so nothing remembers it. */
async function agedSession(email: string, minutes: number): Promise<SignIn> {
  const tokens = await signIn(desk, email)
  const [, payload = ''] = tokens.accessToken.split('.')
  const { sid } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sid: string }
  const { rowCount } = await desk.database.pools.auth.query(
    `update auth.sessions set proved_at = now() - $2 * interval '1 minute' where id = $1`,
    [sid, minutes],
  )
  assert.equal(rowCount, 1)
  return tokens
}
const block = async (tokens: SignIn, whom = marta) =>
  withTokens(desk, tokens).call(people.block, { params: { id: await idOf(whom) } })
const unblock = async (whom = marta) =>
  desk.as(elena).call(people.unblock, { params: { id: await idOf(whom) } })
const stateOf = async (whom: string) =>
  (await desk.as(elena).call(people.get, { params: { id: await idOf(whom) } })).data.state
const prove = (tokens: SignIn, body: Parameters<typeof identity.stepUp.body.parse>[0] & object) =>
  withTokens(desk, tokens).call(identity.stepUp, { body })
const refreshed = (refreshToken: string) => desk.call(identity.refresh, { body: { refreshToken } })

describe('what decides who gets in asks for a fresh proof', () => {
  test('an old one is refused with its age, and nothing changes', async () => {
    const tokens = await agedSession(elena, 16)
    const { status, problem } = await block(tokens)
    assert.deepEqual([status, problem.code, problem['maxAge']], [401, 'step_up_required', proofs.rights])
    assert.equal(await stateOf(marta), 'ACTIVE')
    const fresh = await agedSession(elena, 14)
    assert.equal((await block(fresh)).status, 200)
    await unblock()
  })

  test('roles that come with an invitation ask for it as well, an invitation without does not', async () => {
    const tokens = await agedSession(elena, 16)
    const invite = (roles?: { role: 'admin'; serviceDeskId: null }[]) =>
      withTokens(desk, tokens).call(people.create, {
        body: { email: 'pia@harbour.example', firstName: 'Pia', lastName: 'Roca', ...(roles && { roles }) },
      })
    assert.equal((await invite([{ role: 'admin', serviceDeskId: null }])).problem.code, 'step_up_required')
    assert.equal((await invite()).status, 201)
  })

  test('it is these routes', () => {
    const routes = Object.values(contract).flatMap((slice): Route[] => Object.values(slice))
    const weighty = routes.filter((route) => proofFor(route) === proofs.rights)
    assert.deepEqual(weighty.map(({ method, path }) => `${method} ${path}`).sort(), [
      'DELETE /users/:id',
      'DELETE /users/:id/sessions',
      'GET /licences/:id/key',
      'PATCH /management/webhooks/:id',
      'POST /management/signing-keys',
      'POST /management/webhooks',
      'POST /management/webhooks/:id/rotate',
      'POST /platform/companies',
      'POST /platform/companies/:id/resume',
      'POST /platform/companies/:id/suspend',
      'POST /users/:id/block',
      'POST /users/:id/restore',
      'POST /users/:id/unblock',
      'PUT /management/service-desks/:id/members',
      'PUT /management/users/:id/roles',
      'PUT /management/users/:id/scope',
    ])
    // What is read is asked of no proof, but the keys of licences.
    const read = routes.filter((route) => route.kind === 'read' && proofFor(route) !== null)
    assert.deepEqual(
      read.map(({ path }) => path),
      ['/licences/:id/key'],
    )
  })
})

test('what only admins change asks for one of the last day; they may look without', async () => {
  const rename = (tokens: SignIn, name: string) =>
    withTokens(desk, tokens).call(deskManagement.updatePriority, { params: { id: 'LOW' }, body: { name } })
  assert.equal((await rename(await agedSession(elena, 23 * 60), 'Later')).status, 200)
  const old = await agedSession(elena, 25 * 60)
  const { status, problem } = await rename(old, 'Never')
  assert.deepEqual([status, problem['maxAge']], [401, proofs.admin])
  assert.equal((await withTokens(desk, old).call(people.list)).status, 200)
  const employee = await agedSession(jorge, 29 * 24 * 60)
  const body = { theme: 'dark' } as const
  assert.equal((await withTokens(desk, employee).call(people.setPreferences, { body })).status, 200)
})

describe('proving it anew', () => {
  test('by the password: the session goes on under other tokens, the ones before are worth nothing', async () => {
    const before = await agedSession(elena, 16)
    assert.equal((await block(before)).status, 401)
    const { status, data } = await prove(before, { password: demoPassword })
    assert.equal(status, 200)
    const now = tokensOf(data)
    assert.equal((await block(now)).status, 200)
    await unblock()
    const old = await withTokens(desk, before).call(people.me)
    assert.deepEqual([old.status, old.problem.code], [401, 'not_signed_in'])
    // Another tab may hold the token of before for a breath; after that it is over.
    assert.equal((await refreshed(before.refreshToken)).problem.code, 'race')
    clock.shiftBy(3_000)
    assert.equal((await refreshed(before.refreshToken)).problem.code, 'not_signed_in')
    assert.equal((await refreshed(now.refreshToken)).status, 200)
  })

  test('is written down as what it is, and not as a sign-in', async () => {
    const count = async (name: string) =>
      (
        await desk.rows(elena, 'select from app.events where name = $1 and actor_id = $2', [
          name,
          await idOf(elena),
        ])
      ).length
    const before = await agedSession(elena, 16)
    const [proved, started] = [await count('session.proved'), await count('session.started')]
    assert.equal((await prove(before, { password: demoPassword })).status, 200)
    assert.deepEqual([await count('session.proved'), await count('session.started')], [proved + 1, started])
  })

  test('by the code of a mail to one’s own address', async () => {
    const before = await agedSession(olga, 16)
    const { data: asked } = await desk.call(identity.magicLink, { body: { email: olga } })
    const { code } = await mailTo(desk, olga, 'magic_link')
    const { data } = await prove(before, { flow: asked.flow, code })
    assert.equal((await block(tokensOf(data), 'tom@foxglove.example')).status, 200)
    const again = await prove(tokensOf(data), { flow: asked.flow, code })
    assert.equal(again.status, 410)
  })

  test('a code that went to somebody else proves nothing', async () => {
    const before = await agedSession(elena, 16)
    const { data: asked } = await desk.call(identity.magicLink, { body: { email: luis } })
    const { code } = await mailTo(desk, luis, 'magic_link')
    const { status, problem } = await prove(before, { flow: asked.flow, code })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/code'])
    assert.equal((await block(before)).status, 401)
  })

  test('a wrong password belongs to its field, leaves the session as it was, and is counted', async () => {
    const before = await agedSession(omar, 16)
    const wrong = () => prove(before, { password: 'not this one, surely' })
    const { status, problem } = await wrong()
    assert.deepEqual([status, problem.errors?.[0]?.message], [422, words.wrongCurrent])
    assert.equal((await withTokens(desk, before).call(people.me)).status, 200)
    for (let times = 0; times < 9; times++) await wrong()
    const late = await prove(before, { password: demoPassword })
    assert.deepEqual([late.status, late.problem.code], [429, 'too_many'])
  })

  test('needs a session, and one way of proving it', async () => {
    assert.equal((await desk.call(identity.stepUp, { body: { password: demoPassword } })).status, 401)
    const tokens = await signIn(desk, jorge)
    assert.equal((await prove(tokens, {})).status, 400)
    assert.equal((await prove(tokens, { code: '123456' })).status, 400)
  })

  test('works for whoever runs the installation, whom no log knows', async () => {
    const before = await agedSession(root, 16)
    const { status, data } = await prove(before, { password: demoPassword })
    assert.equal(status, 200)
    assert.equal((await withTokens(desk, tokensOf(data)).call(people.me)).data.isSuperAdmin, true)
  })
})

test('a change of company proves nothing: the other session is as old', async () => {
  const { companyId } = await desk.who(elena)
  const before = await agedSession(elena, 16)
  const { data } = await withTokens(desk, before).call(identity.switchCompany, { body: { companyId } })
  assert.equal((await block(tokensOf(data))).problem.code, 'step_up_required')
})

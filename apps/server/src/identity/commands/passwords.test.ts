import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { identity, people } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, omar, pablo, root, sofia } from '../../testing/people.ts'
import { demoPassword } from '../../world/load.ts'
import { fineWords, mailsTo, mailTo, signIn, withTokens } from '../sample.ts'
import { words } from '../words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())
afterEach(() => clock.reset())

const forgot = (email: string) => desk.call(identity.forgotPassword, { body: { email } })
const reset = (token: string, password = fineWords) =>
  desk.call(identity.resetPassword, { body: { token, password } })
const login = (email: string, password: string) => desk.call(identity.login, { body: { email, password } })

describe('a forgotten password', () => {
  test('is replaced with the mailed link, once; every session ends and the owner is told', async () => {
    const before = await signIn(desk, jorge)
    assert.equal((await forgot(jorge)).status, 202)
    const mail = await mailTo(desk, jorge, 'password_reset')
    assert.equal(mail.link, `http://localhost:3000/reset#token=${mail.token}`)
    const look = await desk.call(identity.inspect, { body: { token: mail.token } })
    assert.deepEqual([look.data.purpose, look.data.needsPassword], ['password_reset', true])

    assert.equal((await reset(mail.token)).status, 204)
    assert.equal((await withTokens(desk, before).call(people.me)).status, 401)
    assert.equal((await login(jorge, demoPassword)).status, 401)
    assert.equal((await login(jorge, fineWords)).status, 200)
    assert.equal((await reset(mail.token, `${fineWords} again`)).status, 410)
    assert.equal((await mailsTo(desk, jorge, 'password_changed')).length, 1)
    const [event] = await desk.rows<{ actor: string }>(
      jorge,
      `select actor_name as actor from app.events where name = 'person.password_changed'`,
    )
    assert.equal(event?.actor, 'Jorge Vidal')
  })

  test('of nobody, somebody blocked or a super admin of no company is answered alike and mailed to nobody', async () => {
    const { personId } = await desk.who(omar)
    await desk.as(elena).call(people.block, { params: { id: personId } })
    const answers = []
    for (const email of [marta, 'nobody@harbour.example', omar, root]) {
      const start = performance.now()
      const { status, text } = await forgot(email)
      answers.push([status, text, performance.now() - start >= 100])
    }
    assert.deepEqual(new Set(answers.map((one) => JSON.stringify(one))).size, 1)
    assert.deepEqual(await mailsTo(desk, omar, 'password_reset'), [])
  })

  test('has an hour', async () => {
    await forgot(luis)
    const { token } = await mailTo(desk, luis, 'password_reset')
    clock.shiftBy(3600_000 + 1_000)
    assert.equal((await reset(token)).status, 410)
  })

  test('is used up by whoever is first of many', async () => {
    await forgot(luis)
    const { token } = await mailTo(desk, luis, 'password_reset')
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, at) => reset(token, `${fineWords} ${at} more`)),
    )
    assert.deepEqual(all.map(({ status }) => status).sort(), [204, ...Array(7).fill(410)])
  })

  test('opens the door again that guessing had shut', async () => {
    for (let count = 0; count < 11; count++) await login(sofia, 'wrong')
    assert.equal((await login(sofia, demoPassword)).status, 429)
    await forgot(sofia)
    await reset((await mailTo(desk, sofia, 'password_reset')).token)
    assert.equal((await login(sofia, fineWords)).status, 200)
  })

  test('cannot become a poor one; the link stays good', async () => {
    await forgot(nuria)
    const { token } = await mailTo(desk, nuria, 'password_reset')
    assert.equal((await reset(token, 'fourteen signs')).status, 400)
    assert.equal((await reset(token, 'x'.repeat(257))).status, 400)
    for (const poor of ['passwordpassword', 'Harbour-Pine-2026!!', 'nuria.campos.nuria']) {
      const { status, problem } = await reset(token, poor)
      assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/password'])
    }
    assert.equal((await reset(token, `${'Zq7'.repeat(80)}kwm4trxbn8vhj2pd`)).status, 204)
  })
})

describe('changing a password', () => {
  const change = (tokens: { accessToken: string }, body: { currentPassword?: string; newPassword: string }) =>
    withTokens(desk, tokens).call(identity.changePassword, { body })

  test('needs the current one; ends the other sessions and not this one', async () => {
    const [here, there] = [await signIn(desk, ana), await signIn(desk, ana)]
    for (const currentPassword of [undefined, 'not the current one']) {
      const { status, problem } = await change(here, {
        newPassword: fineWords,
        ...(currentPassword ? { currentPassword } : {}),
      })
      assert.deepEqual([status, problem.detail], [422, words.wrongCurrent])
    }
    const done = await change(here, { currentPassword: demoPassword, newPassword: fineWords })
    assert.equal(done.status, 204)
    assert.equal((await withTokens(desk, here).call(people.me)).status, 200)
    assert.equal((await withTokens(desk, there).call(people.me)).status, 401)
    assert.equal((await login(ana, fineWords)).status, 200)
    assert.equal((await login(ana, demoPassword)).status, 401)
    assert.equal((await mailsTo(desk, ana, 'password_changed')).length, 1)
  })

  test('cannot be used to guess the current one', async () => {
    const tokens = await signIn(desk, pablo)
    for (let count = 0; count < 10; count++) {
      await change(tokens, { currentPassword: `guess ${count}`, newPassword: fineWords })
    }
    const { status } = await change(tokens, { currentPassword: demoPassword, newPassword: fineWords })
    assert.equal(status, 429)
  })

  test('refuses names that everybody here knows, and what others try first', async () => {
    const tokens = await signIn(desk, marta)
    for (const newPassword of ['marta.gil.harbour', 'qwertyuiop123456']) {
      const { status, problem } = await change(tokens, { currentPassword: demoPassword, newPassword })
      assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/newPassword'])
    }
    assert.equal((await login(marta, demoPassword)).status, 200)
  })

  test('works for a super admin of no company', async () => {
    const tokens = await signIn(desk, root)
    const { status } = await change(tokens, { currentPassword: demoPassword, newPassword: fineWords })
    assert.equal(status, 204)
    assert.equal((await login(root, fineWords)).status, 200)
  })

  test('needs somebody', async () => {
    const { status } = await desk.call(identity.changePassword, { body: { newPassword: fineWords } })
    assert.equal(status, 401)
  })
})

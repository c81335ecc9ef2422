import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { companies, identity, people } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, olga, omar, root, tom } from '../../testing/people.ts'
import { demoPassword } from '../../world/load.ts'
import { mailsTo, signIn, withTokens } from '../sample.ts'
import { words } from '../words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())
afterEach(() => clock.reset())

const login = (email: string, password = demoPassword, headers: Record<string, string> = {}) =>
  desk.call(identity.login, { body: { email, password }, headers })

/** All of a refusal but the id of its request. */
const refusalOf = ({ status, text }: { status: number; text: string }) => {
  const { instance: _, ...problem } = JSON.parse(text)
  return { status, ...problem }
}

describe('signing in with a password', () => {
  test('answers tokens that open everything else, and writes it down', async () => {
    const { status, data } = await login(jorge)
    assert.equal(status, 200)
    assert.equal(data.expiresIn, 600)
    assert.deepEqual(
      [data.user.name, data.user.companyName, data.user.isSuperAdmin],
      ['Jorge Vidal', 'Harbour & Pine', false],
    )
    const me = await withTokens(desk, { accessToken: data.accessToken ?? '' }).call(people.me)
    assert.equal(me.data.email, jorge)
    const [event] = await desk.rows<{ data: { method: string }; ip: string; people: string[] }>(
      jorge,
      `select data, host(ip) as ip, people from app.events where name = 'session.started' order by id desc limit 1`,
    )
    assert.equal(event?.data.method, 'password')
    assert.equal(event?.ip, '127.0.0.1')
    assert.deepEqual(event?.people, [me.data.id])
  })

  test('takes an address in any spelling that means the same', async () => {
    for (const spelling of [' JORGE@Harbour.Example ', 'jorge＠harbour.example', 'ｊorge@harbour.example']) {
      assert.equal((await login(spelling)).status, 200, spelling)
    }
    assert.equal((await login('jorge@harbour.example@evil.example')).status, 400)
    assert.equal((await login('"jorge"@harbour.example(x)')).status, 400)
  })

  test('a super admin of no company gets a session without one, and no line in any log', async () => {
    const { data } = await login(root)
    assert.deepEqual([data.user.companyId, data.user.id, data.user.isSuperAdmin], [null, null, true])
    const { status } = await withTokens(desk, { accessToken: data.accessToken ?? '' }).call(
      companies.platformList,
    )
    assert.equal(status, 200)
  })

  test('cookies instead of tokens, for our own pages only', async () => {
    const body = { email: marta, password: demoPassword, delivery: 'cookie' as const }
    const own = await desk.call(identity.login, { body, headers: { origin: 'http://localhost:3000' } })
    assert.deepEqual([own.data.accessToken, own.data.refreshToken], [undefined, undefined])
    const cookies = [own.headers['set-cookie']].flat().map(String)
    assert.equal(cookies.length, 2)
    for (const cookie of cookies) assert.match(cookie, /^deskhand-[ar]t=.+; Path=\/; HttpOnly; SameSite=Lax$/)
    for (const origin of [{ origin: 'https://evil.example' }, {}]) {
      const { status, headers } = await desk.call(identity.login, { body, headers: origin })
      assert.equal(status, 403)
      assert.equal(headers['set-cookie'], undefined)
    }
  })

  test('behind https the cookies are secure and bound to the host', async () => {
    const secure = await openDesk({ url: 'https://localhost' })
    const { headers } = await secure.call(identity.login, {
      body: { email: marta, password: demoPassword, delivery: 'cookie' },
      headers: { origin: 'https://localhost' },
    })
    await secure.close()
    for (const cookie of [headers['set-cookie']].flat().map(String))
      assert.match(cookie, /^__Host-[ar]t=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  })

  test('makes a new session whatever came before it', async () => {
    const first = await signIn(desk, luis)
    const second = await desk.call(identity.login, {
      body: { email: luis, password: demoPassword },
      headers: { cookie: `deskhand-rt=${first.refreshToken}` },
    })
    assert.notEqual(second.data.refreshToken, first.refreshToken)
    const mine = await withTokens(desk, first).call(identity.sessions)
    assert.equal(mine.data.data.length, 2)
  })
})

describe('refuses in the same words', () => {
  test('wrong, unknown, blocked, invited, removed, of a suspended company', async () => {
    const wrong = refusalOf(await login(ana, 'not the password at all'))
    assert.deepEqual([wrong.status, wrong.code, wrong.detail], [401, 'not_signed_in', words.refused])
    assert.deepEqual(refusalOf(await login('nobody@harbour.example')), wrong)

    const { personId } = await desk.who(omar)
    await desk.as(elena).call(people.block, { params: { id: personId } })
    assert.deepEqual(refusalOf(await login(omar)), wrong)

    const [invited] = await desk.rows<{ email: string }>(
      elena,
      `select email from app.people where state = 'INVITED'`,
    )
    assert.deepEqual(refusalOf(await login(invited?.email ?? '')), wrong)

    const { personId: removed } = await desk.who(nuria)
    await desk.as(elena).call(people.remove, { params: { id: removed } })
    assert.deepEqual(refusalOf(await login(nuria)), wrong)

    const { companyId } = await desk.who(tom)
    const open = await signIn(desk, iris)
    await desk.as(root).call(companies.suspend, { params: { id: companyId } })
    assert.deepEqual(refusalOf(await login(tom)), wrong)
    assert.equal((await withTokens(desk, open).call(people.me)).status, 401)
    assert.equal((await desk.as(olga).call(people.me)).status, 401)
  })

  test('and takes as long for an address that nobody has', async () => {
    const times = new Map<string, number[]>([
      ['stranger@harbour.example', []],
      [marta, []],
    ])
    // In turn, so that what else the machine does meets both.
    for (let count = 0; count < 7; count++) {
      for (const [email, taken] of times) {
        const start = performance.now()
        await login(email, `wrong ${count}`)
        taken.push(performance.now() - start)
      }
    }
    const [unknown = 0, known = 0] = [...times.values()].map((taken) => taken.sort((a, b) => a - b)[3])
    const ratio = unknown / known
    assert.ok(ratio > 0.4 && ratio < 2.5, `an unknown address takes ${ratio.toFixed(2)} times as long`)
  })
})

describe('guessing', () => {
  test('ends after ten wrong ones for a quarter of an hour, also when they come at once', async () => {
    const guesses = await Promise.all(Array.from({ length: 30 }, (_, at) => login(elena, `guess ${at}`)))
    const statuses = guesses.map(({ status }) => status).sort()
    assert.deepEqual(statuses, [...Array(10).fill(401), ...Array(20).fill(429)])

    const right = await login(elena)
    assert.equal(right.status, 429)
    assert.ok(Number(right.headers['retry-after']) > 800)
    assert.match(right.problem.detail, /^Too many tries\. Wait 15 minutes/)

    clock.shiftBy(15 * 60_000 + 1_000)
    assert.equal((await login(elena)).status, 200)
  })

  test('is counted for addresses that nobody has, too', async () => {
    for (let count = 0; count < 10; count++) {
      assert.equal((await login('ghost@harbour.example', 'x')).status, 401)
    }
    assert.equal((await login('ghost@harbour.example', 'x')).status, 429)
  })

  test('is forgotten with the right password', async () => {
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 8; count++) await login(jorge, 'wrong')
      assert.equal((await login(jorge)).status, 200)
    }
  })

  test('from one place at many addresses ends, too', async () => {
    clock.shiftBy(3600_000)
    const many = Array.from({ length: 101 }, (_, at) => login(`someone${at}@harbour.example`, 'x'))
    const statuses = (await Promise.all(many)).map(({ status }) => status)
    assert.equal(statuses.filter((status) => status === 429).length, 1)
  })

  test('a header does not make another place of it', async () => {
    clock.shiftBy(7200_000)
    for (let count = 0; count < 10; count++)
      await login(ana, 'wrong', { 'x-forwarded-for': `192.0.2.${count}` })
    assert.equal((await login(ana, 'wrong', { 'x-forwarded-for': '192.0.2.99' })).status, 429)
  })

  test('is told to whoever has the address, once a day', async () => {
    const told = async (email: string) => (await mailsTo(desk, email, 'password_guessed', luis)).length
    const guess = async (email: string, times: number) => {
      for (let count = 0; count < times; count++) await login(email, `guess ${count}`)
    }
    clock.shiftBy(4 * 60 * 60_000)
    await guess(luis, 10)
    assert.equal(await told(luis), 0)
    await guess(luis, 3)
    assert.equal(await told(luis), 1)
    clock.shiftBy(60 * 60_000)
    await guess(luis, 12)
    assert.equal(await told(luis), 1)
    clock.shiftBy(24 * 60 * 60_000)
    await guess(luis, 11)
    assert.equal(await told(luis), 2)
  })

  test('is told to nobody who has no password or may not come in, and by no answer', async () => {
    const counted = () => desk.rows(elena, `select from app.mails where kind = 'password_guessed'`)
    clock.shiftBy(40 * 60 * 60_000)
    const before = (await counted()).length
    const answers = []
    for (const email of ['stranger@harbour.example', omar]) {
      for (let count = 0; count < 10; count++) await login(email, 'wrong')
      answers.push(await login(email, 'wrong'))
    }
    assert.equal((await counted()).length, before)
    for (const answer of answers) assert.deepEqual([answer.status, answer.problem.code], [429, 'too_many'])
  })
})

test('takes JSON alone', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    const { statusCode } = await desk.deskhand.app.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      headers: { 'content-type': type },
      payload: JSON.stringify({ email: jorge, password: demoPassword }),
    })
    assert.equal(statusCode, 415)
  }
})

import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { identity, people } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, omar, pablo, root, sofia } from '../../testing/people.ts'
import { mailsTo, mailTo, tokensOf, withTokens } from '../sample.ts'
import { words } from '../words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())
afterEach(() => clock.reset())

const ask = (email: string, headers: Record<string, string> = {}) =>
  desk.call(identity.magicLink, { body: { email }, headers })
/** Asks as a browser does, which keeps the cookie; answers the link of the mail with it. */
async function askInBrowser(email: string) {
  const { headers, data } = await ask(email)
  const cookie = String([headers['set-cookie']].flat()[0]).split(';')[0] ?? ''
  const { token, code } = await mailTo(desk, email, 'magic_link')
  return { cookie, token, code, flow: data.flow }
}
const open = (token: string, cookie = '') =>
  desk.call(identity.verifyMagicLink, { body: { token }, headers: { cookie } })
const type = (flow: string, code: string) => desk.call(identity.verifyMagicLink, { body: { flow, code } })
/** Another code than this one. */
const wrong = (code: string, at = 1) => String((Number(code) + at) % 1_000_000).padStart(6, '0')

describe('asking for a link', () => {
  test('mails one that this device opens, once', async () => {
    const { status, data, headers } = await ask(jorge)
    assert.equal(status, 202)
    assert.equal(data.expiresIn, 600)
    const cookie = String(headers['set-cookie'])
    assert.match(cookie, /^deskhand-ml=[\w-]{20,}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
    const mail = await mailTo(desk, jorge, 'magic_link')
    assert.equal(mail.subject, 'Sign in to Harbour & Pine')
    assert.equal(mail.link, `http://localhost:3000/magic#token=${mail.token}`)

    const look = await desk.call(identity.inspect, { body: { token: mail.token }, headers: { cookie } })
    assert.deepEqual(look.data, {
      purpose: 'sign_in',
      email: jorge,
      name: 'Jorge Vidal',
      companyName: 'Harbour & Pine',
      worksHere: true,
      needsPassword: false,
    })
    const tokens = tokensOf((await open(mail.token, cookie)).data)
    assert.equal((await withTokens(desk, tokens).call(people.me)).data.email, jorge)
    const again = await open(mail.token, cookie)
    assert.deepEqual([again.status, again.problem.detail], [410, words.gone])
  })

  test('answers the same, in the same steps of time, for addresses that nobody has or may use', async () => {
    const timed = async (email: string) => {
      const start = performance.now()
      const { status, data } = await ask(email)
      return { status, keys: Object.keys(data), flow: data.flow.length, took: performance.now() - start }
    }
    const { personId } = await desk.who(omar)
    await desk.as(elena).call(people.block, { params: { id: personId } })
    const { took: _, ...known } = await timed(marta)
    for (const email of ['nobody@harbour.example', omar, root]) {
      const { took, ...answer } = await timed(email)
      assert.deepEqual(answer, known)
      assert.ok(took >= 100, `${took} ms`)
    }
    assert.deepEqual(await mailsTo(desk, omar, 'magic_link'), [])
  })

  test('writes links to the configured address, whatever the request says of ours', async () => {
    await ask(luis, {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-original-url': 'https://evil.example/',
    })
    assert.match((await mailTo(desk, luis, 'magic_link')).link, /^http:\/\/localhost:3000\/magic#token=/)
  })

  test('sends five in a quarter of an hour to one address, known or not', async () => {
    for (const email of [nuria, 'ghost@harbour.example']) {
      for (let count = 0; count < 5; count++) assert.equal((await ask(email)).status, 202)
      const { status, headers } = await ask(email)
      assert.equal(status, 429)
      assert.ok(Number(headers['retry-after']) > 0)
    }
    assert.equal((await mailsTo(desk, nuria, 'magic_link')).length, 5)
  })
})

describe('the code for another device', () => {
  test('works together with its flow', async () => {
    const { data } = await ask(ana)
    const { code } = await mailTo(desk, ana, 'magic_link')
    const { status } = await type(data.flow, `${code.slice(0, 3)} ${code.slice(3)}`)
    assert.equal(status, 200)
    assert.equal((await type(data.flow, code)).status, 410)
  })

  test('of one flow is worth nothing in another', async () => {
    const one = (await ask(sofia)).data.flow
    const { code } = await mailTo(desk, sofia, 'magic_link')
    const other = (await ask(marta)).data.flow
    assert.notEqual((await type(other, code)).status, 200)
    assert.equal((await type(one, code)).status, 200)
  })

  test('stands five wrong ones, also at once, and then the right one is gone', async () => {
    const { flow, code, token, cookie } = await askInBrowser(pablo)
    const tries = await Promise.all(Array.from({ length: 8 }, (_, at) => type(flow, wrong(code, at + 1))))
    assert.deepEqual(tries.map(({ status }) => status).sort(), [401, 401, 401, 401, 401, 410, 410, 410])
    assert.equal((await type(flow, code)).status, 410)
    assert.equal((await open(token, cookie)).status, 410)
  })

  test('is refused alike where nobody has the address', async () => {
    const { flow } = (await ask('stranger@harbour.example')).data
    for (let count = 0; count < 5; count++) {
      const { status, problem } = await type(flow, '123456')
      assert.deepEqual([status, problem.detail], [401, words.wrongCode])
    }
    assert.equal((await type(flow, '123456')).status, 410)
  })

  test('cannot be guessed by asking for one mail after another', async () => {
    clock.shiftBy(24 * 3600_000)
    let refused = 0
    for (let mails = 0; mails < 5; mails++) {
      const { flow } = (await ask(luis)).data
      const { code } = await mailTo(desk, luis, 'magic_link')
      for (let at = 1; at <= 5; at++) if ((await type(flow, wrong(code, at))).status === 410) refused++
    }
    assert.equal(refused, 5)
  })
})

describe('using a link up', () => {
  test('fifty at once make one session', async () => {
    clock.shiftBy(48 * 3600_000)
    const { token, cookie } = await askInBrowser(jorge)
    const all = await Promise.all(Array.from({ length: 50 }, () => open(token, cookie)))
    assert.deepEqual(all.map(({ status }) => status).sort(), [200, ...Array(49).fill(410)])
    const [count] = await desk.rows<{ count: number }>(
      jorge,
      `select count(*)::int as count from app.events
       where name = 'session.started' and data->>'method' = 'magic_link' and at > $1`,
      [new Date(clock.now().getTime() - 60_000)],
    )
    assert.equal(count?.count, 1)
  })

  test('happens by POST alone, and not by looking', async () => {
    clock.shiftBy(72 * 3600_000)
    const { token, cookie } = await askInBrowser(ana)
    for (const method of ['GET', 'HEAD'] as const) {
      const { statusCode } = await desk.deskhand.app.inject({
        method,
        url: `/api/v1/auth/magic-link/verify?token=${token}`,
      })
      assert.ok(statusCode === 404 || statusCode === 405)
    }
    await desk.call(identity.inspect, { body: { token } })
    assert.equal((await open(token, cookie)).status, 200)
  })

  test('must happen within ten minutes', async () => {
    clock.shiftBy(96 * 3600_000)
    const { token, cookie } = await askInBrowser(ana)
    clock.shiftBy(10 * 60_000 + 1_000)
    assert.equal((await open(token, cookie)).status, 410)
    assert.equal((await desk.call(identity.inspect, { body: { token } })).status, 410)
  })

  test('ends with the person who was blocked meanwhile', async () => {
    const { token, cookie } = await askInBrowser(pablo)
    const { personId } = await desk.who(pablo)
    assert.equal((await desk.as(elena).call(people.block, { params: { id: personId } })).status, 200)
    assert.equal((await open(token, cookie)).status, 410)
  })

  test('takes no token that was made for something else', async () => {
    clock.shiftBy(144 * 3600_000)
    await desk.call(identity.forgotPassword, { body: { email: jorge } })
    const { token } = await mailTo(desk, jorge, 'password_reset')
    assert.equal((await open(token)).status, 410)
    assert.equal((await desk.call(identity.acceptInvitation, { body: { token } })).status, 410)
    const { token: magic, cookie } = await askInBrowser(jorge)
    const reset = { token: magic, password: 'eleven grey herons over the weir' }
    assert.equal((await desk.call(identity.resetPassword, { body: reset })).status, 410)
    assert.equal((await open(magic, cookie)).status, 200)
  })
})

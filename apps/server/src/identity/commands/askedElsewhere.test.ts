import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { identity } from '@deskhand/contract'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, elena, iris, jorge, luis, marta, nuria, omar, sofia, tom } from '../../testing/people.ts'
import { mailTo } from '../sample.ts'
import { words } from '../words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

/** Asks as a browser that may have asked before; answers the cookie it keeps now and what the mail holds. */
async function askInBrowser(email: string, before = '') {
  const { data, headers } = await desk.call(identity.magicLink, {
    body: { email },
    headers: { cookie: before },
  })
  const cookie = String([headers['set-cookie']].flat()[0]).split(';')[0] ?? ''
  return { cookie, flow: data.flow, ...(await mailTo(desk, email, 'magic_link')) }
}
const open = (body: { token: string; flow?: string }, cookie = '') =>
  desk.call(identity.verifyMagicLink, { body, headers: { cookie } })

describe('a link that is opened elsewhere', () => {
  test('is refused without a cookie and with that of another browser, and stays good where it was asked for', async () => {
    const mine = await askInBrowser(jorge)
    const other = await askInBrowser(marta)
    for (const cookie of [
      '',
      other.cookie,
      'deskhand-ml=',
      'deskhand-ml=%00',
      'deskhand-ml=x; deskhand-ml=y',
    ]) {
      const { status, problem } = await open({ token: mine.token }, cookie)
      assert.deepEqual([status, problem.code, problem.detail], [403, 'forbidden', words.askedElsewhere])
    }
    assert.equal((await open({ token: mine.token }, mine.cookie)).status, 200)
  })

  test('says so before anything is pressed, also to whoever scans it', async () => {
    const { token, cookie } = await askInBrowser(luis)
    const look = async (headers: Record<string, string>) =>
      (await desk.call(identity.inspect, { body: { token }, headers })).data.worksHere
    assert.equal(await look({}), false)
    assert.equal(await look({ cookie: 'deskhand-ml=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }), false)
    assert.equal(await look({ cookie }), true)
    assert.equal((await open({ token })).status, 403)
    assert.equal((await open({ token }, cookie)).status, 200)
  })

  test('is told nothing more than a used one once it is used', async () => {
    const { token, cookie } = await askInBrowser(ana)
    assert.equal((await open({ token }, cookie)).status, 200)
    assert.equal((await open({ token })).status, 410)
    assert.equal((await open({ token }, cookie)).status, 410)
  })

  test('sets no session for another site, whatever cookie it makes the browser send', async () => {
    const { token, cookie } = await askInBrowser(nuria)
    const { status, headers } = await desk.call(identity.verifyMagicLink, {
      body: { token, delivery: 'cookie' },
      headers: { cookie, origin: 'https://evil.example' },
    })
    assert.deepEqual([status, headers['set-cookie']], [403, undefined])
    const own = await desk.call(identity.verifyMagicLink, {
      body: { token, delivery: 'cookie' },
      headers: { cookie, origin: 'http://localhost:3000' },
    })
    assert.equal(own.status, 200)
  })
})

test('every mail that one browser asked for works there, also the one before the last', async () => {
  const first = await askInBrowser(sofia)
  const second = await askInBrowser(sofia, first.cookie)
  assert.equal(second.cookie, first.cookie)
  assert.equal((await open({ token: first.token }, second.cookie)).status, 200)
  // Whichever was used, the rest of them ends with it.
  assert.equal((await open({ token: second.token }, second.cookie)).status, 410)
})

test('a cookie that is no nonce of ours is replaced', async () => {
  for (const before of ['deskhand-ml=short', `deskhand-ml=${'x'.repeat(200)}`]) {
    const { cookie } = await askInBrowser(omar, before)
    assert.match(cookie, /^deskhand-ml=[\w-]{20,100}$/)
    assert.notEqual(cookie, before)
  }
})

test('a program without cookies sends the flow that it got, and its own alone', async () => {
  const mine = await askInBrowser(tom)
  const other = await askInBrowser(iris)
  assert.equal((await open({ token: mine.token, flow: other.flow })).status, 403)
  const { status, data } = await open({ token: mine.token, flow: mine.flow })
  assert.equal(status, 200)
  assert.ok(data.accessToken)
})

test('the code ends with its link, and the link with its code', async () => {
  const type = (flow: string, code: string) => desk.call(identity.verifyMagicLink, { body: { flow, code } })
  const one = await askInBrowser(elena)
  assert.equal((await type(one.flow, one.code)).status, 200)
  assert.equal((await open({ token: one.token }, one.cookie)).status, 410)
  const two = await askInBrowser(elena, one.cookie)
  assert.equal((await open({ token: two.token }, two.cookie)).status, 200)
  assert.equal((await type(two.flow, two.code)).status, 410)
})

test('behind https the cookie is secure and bound to the host', async () => {
  const secure = await openDesk({ url: 'https://localhost' })
  const { headers } = await secure.call(identity.magicLink, { body: { email: 'nobody@harbour.example' } })
  await secure.close()
  assert.match(
    String(headers['set-cookie']),
    /^__Host-ml=[\w-]{20,}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
})

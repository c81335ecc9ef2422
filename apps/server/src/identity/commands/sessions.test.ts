import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { identity, people } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { type Desk, openDesk } from '../../testing/desk.ts'
import { ana, jorge, luis, marta, nuria, olga, root } from '../../testing/people.ts'
import { demoPassword } from '../../world/load.ts'
import { signIn, withTokens } from '../sample.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:139.0) Gecko/20100101 Firefox/139.0'
const mine = async (tokens: { accessToken: string }) =>
  (await withTokens(desk, tokens).call(identity.sessions)).data.data

test('lists sessions with device, place and which one this is', async () => {
  const { data } = await desk.call(identity.login, {
    body: { email: jorge, password: demoPassword },
    headers: { 'user-agent': firefox },
  })
  const [session, ...others] = await mine({ accessToken: data.accessToken ?? '' })
  assert.deepEqual(others, [])
  assert.deepEqual(
    [session?.device, session?.ip, session?.companyName, session?.method, session?.isCurrent],
    ['Firefox on Windows', '127.0.0.1', 'Harbour & Pine', 'password', true],
  )
})

describe('logout', () => {
  test('ends this session, its tokens and cookies, and no other', async () => {
    const [here, there] = [await signIn(desk, ana), await signIn(desk, ana)]
    const { status, headers } = await withTokens(desk, here).call(identity.logout)
    assert.equal(status, 204)
    for (const cookie of [headers['set-cookie']].flat().map(String)) assert.match(cookie, /=; Max-Age=0/)
    assert.equal((await withTokens(desk, here).call(people.me)).status, 401)
    const again = await desk.call(identity.refresh, { body: { refreshToken: here.refreshToken } })
    assert.equal(again.status, 401)
    assert.equal((await mine(there)).length, 1)
  })

  test('works for a super admin of no company, whom no log knows', async () => {
    const tokens = await signIn(desk, root)
    assert.equal((await withTokens(desk, tokens).call(identity.logout)).status, 204)
    assert.equal((await withTokens(desk, tokens).call(people.me)).status, 401)
  })

  test('needs somebody to sign out', async () => {
    assert.equal((await desk.call(identity.logout)).status, 401)
  })
})

describe('ending sessions', () => {
  test('one of mine, at once', async () => {
    const [here, there] = [await signIn(desk, luis), await signIn(desk, luis)]
    const other = (await mine(here)).find(({ isCurrent }) => !isCurrent)
    const ended = await withTokens(desk, here).call(identity.endSession, { params: { id: other?.id ?? '' } })
    assert.equal(ended.status, 204)
    assert.equal((await withTokens(desk, there).call(people.me)).status, 401)
    const again = await withTokens(desk, here).call(identity.endSession, { params: { id: other?.id ?? '' } })
    assert.equal(again.status, 404)
  })

  test('all others of mine, and says how many', async () => {
    const [one, two, here] = [await signIn(desk, marta), await signIn(desk, marta), await signIn(desk, marta)]
    const { data } = await withTokens(desk, here).call(identity.endOtherSessions)
    assert.equal(data.ended, 2)
    for (const tokens of [one, two])
      assert.equal((await withTokens(desk, tokens).call(people.me)).status, 401)
    assert.equal((await mine(here)).length, 1)
    const [event] = await desk.rows<{ data: { sessionIds: string[] } }>(
      marta,
      `select data from app.events where name = 'session.ended' order by id desc limit 1`,
    )
    assert.equal(event?.data.sessionIds.length, 2)
    assert.equal((await withTokens(desk, here).call(identity.endOtherSessions)).data.ended, 0)
  })

  test('nobody else’s: it looks as if it were not there', async () => {
    const theirs = await signIn(desk, olga)
    const [session] = await mine(theirs)
    const refuse = async (id: string) => {
      const { status, problem } = await desk.as(nuria).call(identity.endSession, { params: { id } })
      const { instance: _, ...rest } = problem
      return { ...rest, status }
    }
    assert.deepEqual(await refuse(session?.id ?? ''), await refuse(newId()))
    assert.deepEqual(await refuse('not-an-id'), await refuse(newId()))
    assert.equal((await refuse(newId())).status, 404)
    assert.equal((await mine(theirs)).length, 1)
  })
})

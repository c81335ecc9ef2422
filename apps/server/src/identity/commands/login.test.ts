import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { identity } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { openDesk } from '../../testing/desk.ts'
import { jorge } from '../../testing/people.ts'
import { demoPassword } from '../../world/load.ts'

const desk = await openDesk()
after(() => desk.close())
afterEach(() => clock.reset())

const login = (email: string, password = demoPassword, headers: Record<string, string> = {}) =>
  desk.call(identity.login, { body: { email, password }, headers })

describe('signing in with a password', () => {
  test('answers tokens that open everything else, and writes it down', async () => {
    const { status, data } = await login(jorge)
    assert.equal(status, 200)
    assert.equal(data.expiresIn, 600)
    assert.equal(data.user.companyName, 'Harbour & Pine')
    const mine = await desk.call(identity.sessions, {
      headers: { authorization: `Bearer ${data.accessToken}` },
    })
    assert.equal(mine.data.data.filter(({ isCurrent }) => isCurrent).length, 1)
    const [event] = await desk.rows<{ data: { method: string }; ip: string }>(
      jorge,
      `select data, host(ip) as ip from app.events where name = 'session.started' order by id desc limit 1`,
    )
    assert.equal(event?.data.method, 'password')
    assert.equal(event?.ip, '127.0.0.1')
  })
})

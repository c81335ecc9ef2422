import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openDeskhand } from './deskhand.ts'
import { cookieNames } from './identity/cookies.ts'
import { readConfig } from './platform/config.ts'
import { openLogger } from './platform/logger.ts'
import { freshDatabase, testSecret } from './platform/testing/database.ts'
import { filledWithWorld } from './testing/filling.ts'
import { jorge } from './testing/people.ts'

/** Each of these is sent somewhere below; none may come out in a log, a metric or a refusal. */
const canary = 'canary-7f3a9b2c4d5e6f708192a3b4c5d6e7f8'
const database = await freshDatabase(filledWithWorld)
const lines: string[] = []
const config = {
  ...readConfig({ DESKHAND_LOG: 'debug', SMTP_URL: `smtp://user:${canary}@127.0.0.1:1` }, [
    '--as=api,worker,realtime',
  ]),
  secret: canary,
}
const log = openLogger('trace', { write: (line) => void lines.push(line) })
const deskhand = await openDeskhand(config, database.connection, testSecret, log)
await deskhand.start()
const { app } = deskhand
after(async () => {
  await deskhand.stop()
  await database.close()
})

test('no secret reaches the log, the metrics or an answer, whatever is tried', async () => {
  const { access, refresh } = cookieNames(config.url)
  const login = await app.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { email: jorge, password: 'demo-demo-demo' },
  })
  const { accessToken, refreshToken } = login.json()
  assert.equal(login.statusCode, 200)
  const bearer = { authorization: `Bearer ${accessToken}` }
  const told: string[] = []
  const tries = [
    { method: 'POST', url: '/api/v1/auth/login', payload: { email: jorge, password: canary } },
    {
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: { email: jorge, password: canary, [canary.slice(0, 6)]: canary },
    },
    {
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: `{"password":"${canary}"`,
      headers: { 'content-type': 'application/json' },
    },
    { method: 'POST', url: '/api/v1/auth/refresh', payload: { refreshToken: canary } },
    { method: 'POST', url: '/api/v1/auth/refresh', payload: {}, headers: { cookie: `${refresh}=${canary}` } },
    { method: 'POST', url: '/api/v1/auth/refresh', payload: { refreshToken } },
    { method: 'POST', url: '/api/v1/auth/tokens/inspect', payload: { token: canary } },
    { method: 'POST', url: '/api/v1/auth/magic-link', payload: { email: jorge } },
    {
      method: 'POST',
      url: '/api/v1/auth/password/reset',
      payload: { token: canary, password: `${canary} ${canary}` },
    },
    { method: 'GET', url: '/api/v1/requests', headers: { authorization: `Bearer ${canary}` } },
    { method: 'GET', url: '/api/v1/requests', headers: { authorization: `Basic ${canary}` } },
    { method: 'GET', url: '/api/v1/requests', headers: { cookie: `${access}=${canary}` } },
    { method: 'GET', url: `/api/v1/requests?token=${canary}`, headers: bearer },
    { method: 'GET', url: `/api/v1/nothing?access_token=${canary}`, headers: bearer },
    { method: 'GET', url: `/metrics?token=${canary}`, headers: { authorization: `Bearer ${canary}` } },
    { method: 'GET', url: '/api/v1/realtime/ws', headers: { 'sec-websocket-protocol': `bearer, ${canary}` } },
    { method: 'GET', url: `/api/v1/%zz?token=${canary}` },
  ] as const
  for (const one of tries) {
    const { body, headers } = await app.inject(one)
    told.push(body, JSON.stringify(headers))
  }
  log.error({ err: new Error('A failure', { cause: new Error('Its cause') }) }, 'a bug')
  const { body: metrics } = await app.inject('/metrics')
  assert.ok(lines.length > tries.length)
  for (const secret of [canary, accessToken, refreshToken, 'demo-demo-demo', testSecret]) {
    assert.ok(!lines.join('\n').includes(secret), 'in the log')
    assert.ok(!metrics.includes(secret), 'in the metrics')
  }
  for (const secret of [canary, testSecret]) assert.ok(!told.join('\n').includes(secret), 'in an answer')
  assert.ok(!lines.join('\n').includes(jorge), 'an address in the log')
})

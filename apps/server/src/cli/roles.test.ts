import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { freshDatabase, testSecret } from '../platform/testing/database.ts'
import { until } from '../platform/testing/until.ts'
import { filledWithWorld } from '../testing/filling.ts'
import { ana, jorge } from '../testing/people.ts'
import { spawnServer, talk } from '../testing/serverProcess.ts'
import { openClient } from '../testing/sockets.ts'

const database = await freshDatabase(filledWithWorld)
const { user, password, host, port, database: name } = database.connection
const folder = mkdtempSync(join(tmpdir(), 'deskhand-roles-'))
const env = {
  PORT: '0',
  DATABASE_URL: `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${name}`,
  DESKHAND_SECRET: testSecret,
  DESKHAND_DATA: folder,
  DESKHAND_RATE_LIMITS: 'off',
}
const processes = [['api'], ['api'], ['worker'], ['realtime']].map((as) => spawnServer(env, [`--as=${as}`]))
after(async () => {
  const ends = await Promise.all(processes.map((one) => one.stop()))
  await database.close()
  rmSync(folder, { recursive: true, force: true })
  assert.deepEqual(
    ends.map(({ code }) => code),
    [0, 0, 0, 0],
  )
})
const [one = '', two = '', worker = '', realtime = ''] = await Promise.all(
  processes.map((process) => process.ready()),
)

const signIn = async (email: string) => {
  const { data } = await talk(one, '/api/v1/auth/login', { body: { email, password: 'demo-demo-demo' } })
  return String(data.accessToken)
}

test('each process serves its part, its health and its measurements', async () => {
  for (const url of [one, two, worker, realtime]) {
    assert.equal((await talk(url, '/health/ready')).status, 200)
    assert.equal((await fetch(`${url}/metrics`)).status, 200)
  }
  assert.equal((await talk(one, '/api/v1/auth/providers')).status, 200)
  assert.equal((await talk(worker, '/api/v1/auth/providers')).status, 404)
  assert.equal((await talk(realtime, '/api/v1/auth/providers')).status, 404)
  assert.equal((await talk(one, '/api/v1/realtime/ws')).status, 404)
  assert.equal((await talk(worker, '/')).status, 404)
})

test('two that serve the API, one that works and one for sockets behave as one', async () => {
  const [asks, answers] = await Promise.all([signIn(jorge), signIn(ana)])
  const made = await talk(one, '/api/v1/requests', {
    token: asks,
    body: { serviceDeskCode: 'IT', summary: 'Four processes, one desk' },
  })
  assert.equal(made.status, 201)
  const { id } = made.data
  assert.equal(
    (await talk(two, `/api/v1/requests/${id}`, { token: asks })).data.summary,
    'Four processes, one desk',
  )

  const client = await openClient(`${realtime.replace('http', 'ws')}/api/v1/realtime/ws`, ['bearer', asks])
  await client.subscribe([`request:${id}`, 'me'])
  const before = await talk(one, '/api/v1/notifications/unread-count', { token: asks })
  const replied = await talk(two, `/api/v1/requests/${id}/activities`, {
    token: answers,
    body: { activityType: 'COMMENT', message: 'Have you tried turning it off and on again?' },
  })
  assert.equal(replied.status, 201, JSON.stringify(replied.data))

  await until(() => client.names().includes('request.replied'), 'the socket heard of the reply')
  await until(() => client.names().includes('notification.created'), 'the socket heard of the worker’s work')
  const after = await talk(one, '/api/v1/notifications/unread-count', { token: asks })
  assert.equal(after.data.count, before.data.count + 1)
  client.socket.close()
})

test('a session that ends at one ends at all', async () => {
  const token = await signIn(jorge)
  const client = await openClient(`${realtime.replace('http', 'ws')}/api/v1/realtime/ws`, ['bearer', token])
  assert.equal((await talk(two, '/api/v1/users/me', { token })).status, 200)
  assert.equal((await talk(one, '/api/v1/auth/logout', { method: 'POST', token })).status, 204)
  await until(
    async () => (await talk(two, '/api/v1/users/me', { token })).status === 401,
    'the other one refuses',
  )
  await client.closed()
})

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { WebSocket } from 'ws'
import { cookieNames } from '../../identity/cookies.ts'
import { openDesk } from '../../testing/desk.ts'
import { elena, jorge } from '../../testing/people.ts'

const ours = 'https://desk.example.com'
const desk = await openDesk({ as: new Set(['api', 'realtime']), url: ours, isUrlGiven: true })
const { app } = desk.deskhand
const base = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('http', 'ws')
after(() => desk.close())

const token = await desk.token(jorge)
const cookie = `${cookieNames(ours).access}=${token}`

type Ask = { protocols?: string[]; headers?: Record<string, string>; path?: string }

/** The status before the upgrade, or 101 with the chosen protocol. */
async function knock({ protocols = [], headers = {}, path = '/api/v1/realtime/ws' }: Ask) {
  const socket = new WebSocket(`${base}${path}`, protocols, { headers })
  socket.on('error', () => undefined)
  const refused = once(socket, 'unexpected-response').then(([, response]) => ({
    status: Number(response.statusCode),
    type: String(response.headers['content-type']),
    protocol: '',
  }))
  const opened = once(socket, 'open').then(() => ({ status: 101, type: '', protocol: socket.protocol }))
  const outcome = await Promise.race([refused, opened])
  socket.terminate()
  return outcome
}

test('lets in by a bearer token in the header', async () => {
  assert.equal((await knock({ headers: { authorization: `Bearer ${token}` } })).status, 101)
})

test('lets in by subprotocols, and never repeats the token', async () => {
  const { status, protocol } = await knock({ protocols: ['bearer', token] })
  assert.equal(status, 101)
  assert.equal(protocol, 'bearer')
})

test('lets in by our cookie from our own page', async () => {
  assert.equal((await knock({ headers: { cookie, origin: ours } })).status, 101)
})

test('refuses our cookie from another page, or from nowhere', async () => {
  for (const origin of [
    'https://evil.example',
    'https://desk.example.com.evil.example',
    'null',
    'http://desk.example.com',
  ]) {
    assert.equal((await knock({ headers: { cookie, origin } })).status, 403, origin)
  }
  assert.equal((await knock({ headers: { cookie } })).status, 403)
})

test('refuses who is nobody before the upgrade, as a problem', async () => {
  const nobody = await knock({})
  assert.equal(nobody.status, 401)
  assert.match(nobody.type, /^application\/problem\+json/)
  assert.equal((await knock({ headers: { origin: ours } })).status, 401)
  assert.equal((await knock({ protocols: ['bearer', 'made-up'] })).status, 401)
  assert.equal((await knock({ headers: { authorization: 'Bearer made-up' } })).status, 401)
})

test('takes no token from the address', async () => {
  const path = `/api/v1/realtime/ws?token=${token}&access_token=${token}`
  assert.equal((await knock({ path })).status, 401)
})

test('plain HTTP is told what speaks here', async () => {
  const answer = await app.inject({ url: '/api/v1/realtime/ws', headers: { host: '127.0.0.1' } })
  assert.equal(answer.statusCode, 400)
  assert.match(answer.json().detail, /WebSocket/)
})

test('a socket to another address hears nothing', async () => {
  const socket = new WebSocket(`${base}/api/v1/requests`, { headers: { authorization: `Bearer ${token}` } })
  let said = ''
  socket.on('message', (data) => {
    said += String(data)
  })
  socket.on('error', () => undefined)
  await once(socket, 'close')
  assert.equal(said, '')
})

test('counts the open sockets', async () => {
  const count = async () => {
    const { body } = await app.inject({ url: '/metrics', headers: { host: '127.0.0.1' } })
    return Number(/^deskhand_ws_connections (\d+)$/m.exec(body)?.[1])
  }
  const before = await count()
  const socket = new WebSocket(`${base}/api/v1/realtime/ws`, ['bearer', await desk.token(elena)])
  await once(socket, 'open')
  assert.equal(await count(), before + 1)
  socket.close()
  await once(socket, 'close')
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { openTinyApi } from '../testing/tinyApi.ts'

const api = await openTinyApi([])
const long = { words: 'again and '.repeat(500) }
api.app.get('/api/v1/catalog', async () => long)
api.app.get('/api/v1/users/me', async () => ({ name: 'Ana' }))
api.app.post('/api/v1/auth/login', async () => long)
after(() => api.close())

const gzip = { 'accept-encoding': 'gzip, deflate, br' }

test('a long answer travels packed to who takes it', async () => {
  const { headers, rawPayload } = await api.app.inject({ url: '/api/v1/catalog', headers: gzip })
  assert.equal(headers['content-encoding'], 'gzip')
  assert.equal(headers['vary'], 'accept-encoding')
  assert.ok(rawPayload.length < 500)
  assert.equal(Number(headers['content-length']), rawPayload.length)
  assert.deepEqual(JSON.parse(gunzipSync(rawPayload).toString()), long)
})

test('others get it as it is', async () => {
  for (const headers of [{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'br, gzip;q=0' }]) {
    const answer = await api.app.inject({ url: '/api/v1/catalog', headers })
    assert.equal(answer.headers['content-encoding'], undefined)
    assert.deepEqual(answer.json(), long)
  }
})

test('a short answer is not worth it, and one with secrets is never packed', async () => {
  const short = await api.app.inject({ url: '/api/v1/users/me', headers: gzip })
  assert.equal(short.headers['content-encoding'], undefined)
  const login = await api.app.inject({ method: 'POST', url: '/api/v1/auth/login', headers: gzip })
  assert.equal(login.headers['content-encoding'], undefined)
})

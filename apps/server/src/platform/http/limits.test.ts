import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { command, read } from '@deskhand/contract'
import { Stop } from '../stop.ts'
import { echo, openTinyApi } from '../testing/tinyApi.ts'
import { handleOutside } from './handle.ts'

const get = read('GET /thing', { may: 'anyone', summary: 'Get' })
const mail = command('POST /mail', { may: 'anyone', summary: 'Mail', rate: 'mail' })
const soon = command('POST /soon', { may: 'anyone', summary: 'Soon' })
const busy = handleOutside(soon, async () => {
  throw new Stop('unavailable', 'Not now.', { retryAfter: 7 })
})
const api = await openTinyApi([echo(get), echo(mail), busy], {
  settings: { rateLimits: true, trustProxy: '10.0.0.0/8' },
})
after(() => api.close())

const sendMail = (remoteAddress: string, headers: Record<string, string> = {}) =>
  api.app.inject({ method: 'POST', url: '/api/v1/mail', remoteAddress, headers })

test('says how much is left', async () => {
  const { headers } = await api.app.inject({ url: '/api/v1/thing', remoteAddress: '192.0.2.1' })
  assert.equal(headers['ratelimit-policy'], '"address";q=300;w=10')
  assert.equal(headers['ratelimit'], '"address";r=299;t=10')
})

test('refuses what is too much, and says when to come back', async () => {
  for (let turn = 0; turn < 20; turn++) assert.equal((await sendMail('192.0.2.2')).statusCode, 200)
  const refused = await sendMail('192.0.2.2')
  assert.equal(refused.statusCode, 429)
  assert.equal(refused.json().code, 'too_many')
  assert.ok(Number(refused.headers['retry-after']) > 0)
  assert.match(String(refused.headers['ratelimit']), /r=0/)
  assert.equal((await sendMail('192.0.2.3')).statusCode, 200)
})

test('an address that a stranger makes up is not believed', async () => {
  const statuses: number[] = []
  for (let turn = 0; turn < 21; turn++) {
    const made = { 'x-forwarded-for': `198.51.100.${turn}`, 'x-real-ip': `198.51.100.${turn}` }
    statuses.push((await sendMail('192.0.2.4', made)).statusCode)
  }
  assert.equal(statuses.at(-1), 429)
})

test('an address that our proxy names is believed', async () => {
  for (let turn = 0; turn < 21; turn++) {
    const { statusCode } = await sendMail('10.1.2.3', { 'x-forwarded-for': `198.51.100.${turn}` })
    assert.equal(statusCode, 200)
  }
})

test('a refusal for now says when', async () => {
  const answer = await api.app.inject({ method: 'POST', url: '/api/v1/soon' })
  assert.equal(answer.statusCode, 503)
  assert.equal(answer.headers['retry-after'], '7')
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { read } from '@deskhand/contract'
import { echo, openTinyApi } from '../testing/tinyApi.ts'

const get = read('GET /thing', { may: 'anyone', summary: 'Get' })
const api = await openTinyApi([echo(get)], {
  settings: { url: 'https://desk.example.com', isUrlGiven: true },
})
const open = await openTinyApi([echo(get)])
after(() => Promise.all([api.close(), open.close()]))

const ask = async (host: string, more: Record<string, string> = {}) =>
  (await api.app.inject({ url: '/api/v1/thing', headers: { host, ...more } })).statusCode

test('answers for the configured host, and for the machine itself', async () => {
  for (const host of [
    'desk.example.com',
    'DESK.example.com:443',
    'desk.example.com.',
    'localhost:3000',
    '127.0.0.1',
    '[::1]:3000',
  ])
    assert.equal(await ask(host), 200, host)
})

test('sends every other host away', async () => {
  for (const host of [
    'evil.example',
    'desk.example.com.evil.example',
    'evil.example:443',
    'a.desk.example.com',
  ])
    assert.equal(await ask(host), 421, host)
  const forwarded = { 'x-forwarded-host': 'desk.example.com', forwarded: 'host=desk.example.com' }
  assert.equal(await ask('evil.example', forwarded), 421)
})

test('answers probes and scrapers by whatever address they have', async () => {
  for (const url of ['/health/live', '/health/ready', '/metrics', '/metrics?format=text'])
    assert.notEqual((await api.app.inject({ url, headers: { host: '10.4.0.17:3000' } })).statusCode, 421, url)
  for (const url of ['/health/live/../../api/v1/thing', '/metricsy', '/'])
    assert.equal((await api.app.inject({ url, headers: { host: '10.4.0.17:3000' } })).statusCode, 421, url)
})

test('answers for any host while none is configured', async () => {
  const { statusCode } = await open.app.inject({ url: '/api/v1/thing', headers: { host: 'pc-17.local' } })
  assert.equal(statusCode, 200)
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openDesk } from '../testing/desk.ts'

const desk = await openDesk({ rateLimits: true })
after(() => desk.close())

const url = '/x/LT-00001?at=harbour-pine&k=AAAAAAAAAA'
const look = (remoteAddress: string) =>
  desk.deskhand.app.inject({ url, remoteAddress, headers: { accept: 'text/html' } })

test('who looks too often reads that they should wait, and may sign in all the same', async () => {
  const remoteAddress = '192.0.2.7'
  for (let turn = 0; turn < 60; turn++) assert.notEqual((await look(remoteAddress)).statusCode, 429)
  const { statusCode, headers, body } = await look(remoteAddress)
  assert.equal(statusCode, 429)
  assert.ok(Number(headers['retry-after']) > 0)
  assert.match(body, /<h1>One moment<\/h1>/)
  assert.match(body, /Wait a minute/)
  const sent = await desk.deskhand.app.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'message=At+the+kiosk',
  })
  assert.equal(sent.statusCode, 429)
  assert.ok(Number(sent.headers['retry-after']) > 0)
  assert.match(sent.body, /role="alert">That was often/)
  assert.match(sent.body, />At the kiosk</)
  const signIn = await desk.deskhand.app.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    remoteAddress,
    payload: { email: 'nobody@example.com', password: 'not the one' },
  })
  assert.equal(signIn.headers['ratelimit-policy'], '"sign-in";q=60;w=60')
  assert.match(String(signIn.headers['ratelimit']), /r=59/)
})

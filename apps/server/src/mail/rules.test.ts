import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isForGood, readSmtpUrl } from './rules.ts'

test('reads the address of a mail server', () => {
  const plain = {
    host: 'mail.example.com',
    port: 587,
    secure: false,
    requireTLS: false,
    rejectUnauthorized: true,
    auth: null,
  }
  assert.deepEqual(readSmtpUrl('smtp://mail.example.com'), plain)
  assert.deepEqual(readSmtpUrl('smtps://mail.example.com'), { ...plain, port: 465, secure: true })
  assert.deepEqual(readSmtpUrl('smtp://desk%40example.com:p%2Fw@mail.example.com:2525?requireTLS=true'), {
    ...plain,
    port: 2525,
    requireTLS: true,
    auth: { user: 'desk@example.com', pass: 'p/w' },
  })
  assert.equal(readSmtpUrl('smtp://mail.example.com?tls.rejectUnauthorized=false')?.rejectUnauthorized, false)
  assert.equal(readSmtpUrl('smtp://[::1]:25')?.host, '::1')
  for (const wrong of ['', 'mail', 'http://mail.example.com', 'smtp://', 'smtp:mail'])
    assert.equal(readSmtpUrl(wrong), null)
})

test('gives up what will stay refused, and nothing else', () => {
  assert.equal(isForGood({ code: 'EENVELOPE', responseCode: 550 }), true)
  assert.equal(isForGood({ code: 'EMESSAGE', responseCode: 554 }), true)
  assert.equal(isForGood({ code: 'EENVELOPE', responseCode: 451 }), false)
  assert.equal(isForGood({ code: 'EAUTH', responseCode: 535 }), false)
  assert.equal(isForGood({ code: 'ETIMEDOUT' }), false)
})

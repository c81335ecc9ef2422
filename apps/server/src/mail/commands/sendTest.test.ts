import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { mail } from '@deskhand/contract'
import { setUpToken } from '../../identity/access.ts'
import { openDesk } from '../../testing/desk.ts'
import { openMailServer } from '../sample.ts'

const server = await openMailServer()
const desk = await openDesk({}, null)
after(async () => {
  await desk.close()
  await server.close()
})

const attempt = (more: { smtpUrl?: string; setUpToken?: string } = {}) =>
  desk.call(mail.test, {
    body: {
      setUpToken: setUpToken(desk.deskhand.platform),
      smtpUrl: server.url,
      from: 'desk@northwind.example',
      to: 'ines@northwind.example',
      ...more,
    },
  })

test('sends one mail through the server that is about to be kept', async () => {
  assert.equal((await attempt()).status, 204)
  const [mailed] = server.mails
  assert.deepEqual(
    [mailed?.envelope.from, mailed?.envelope.to],
    ['desk@northwind.example', ['ines@northwind.example']],
  )
  assert.equal(mailed?.subject, 'Deskhand can send mail')
})

test('says what the server said', async () => {
  server.refuse({ at: 'rcpt', code: 550, text: 'Relaying denied' })
  const { status, problem } = await attempt()
  server.refuse(null)
  assert.equal(status, 502)
  assert.match(problem.detail, /^127\.0\.0\.1 did not take the mail: .*Relaying denied/)
  const down = await attempt({ smtpUrl: 'smtp://127.0.0.1:9' })
  assert.deepEqual([down.status, down.headers['retry-after']], [503, '30'])
})

test('takes nothing but addresses of mail servers, and only with the token', async () => {
  for (const smtpUrl of ['http://127.0.0.1', 'file:///etc/passwd', 'mail.example.com', 'smtp://']) {
    const { status, problem } = await attempt({ smtpUrl })
    assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/smtpUrl'])
  }
  assert.equal((await attempt({ setUpToken: 'not the token at all' })).status, 403)
})

test('is over once the installation is set up', async () => {
  const set = await openDesk()
  const body = {
    setUpToken: setUpToken(set.deskhand.platform),
    smtpUrl: server.url,
    from: 'a@b.example',
    to: 'c@d.example',
  }
  assert.equal((await set.call(mail.test, { body })).status, 409)
  await set.close()
})

import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { mail } from '@deskhand/contract'
import { transact } from '../platform/db/transaction.ts'
import type { InCompany } from '../platform/jobs/reaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { queueMail } from '../platform/mail/queue.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, olga } from '../testing/people.ts'
import { openMailServer } from './sample.ts'
import { send } from './send.ts'
import { hangUp } from './transport.ts'

const server = await openMailServer()
const desk = await openDesk({ smtpUrl: server.url })
after(async () => {
  hangUp()
  await desk.close()
  await server.close()
})
beforeEach(() => {
  server.refuse(null)
  server.mails.length = 0
})

const { platform } = desk.deskhand
const { companyId } = await desk.who(jorge)
const inCompany: InCompany = async (work) => {
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  return transact(
    platform.pools.worker,
    { companyId, personId: null },
    (tx) => work({ tx, db: tx.db, companyId, record }),
    write,
  )
}
let count = 0
const queue = (subject = 'Your password was changed') =>
  inCompany(async (work) => {
    const id = await queueMail(platform, work, {
      kind: 'password_changed',
      cause: `test:${++count}`,
      to: jorge,
      subject,
      data: { name: 'Jorge Vidal', company: 'Harbour & Pine', at: '2026-11-20T09:42:00.000Z' },
      secrets: { link: 'https://desk.example/secret' },
    })
    return id ?? ''
  })
const row = async (id: string) => {
  const [found] = await desk.rows<{
    state: string
    attempts: number
    error: string | null
    sealed: unknown
    message_id: string
  }>(jorge, 'select state, attempts, error, sealed, message_id from app.mails where id = $1', [id])
  return found
}
const deliverOne = (id: string) => send(platform, inCompany, id)

test('sends a mail once, as one made by a machine, and forgets what it held', async () => {
  const id = await queue()
  await deliverOne(id)
  await deliverOne(id)
  const [mailed] = server.mails
  assert.equal(server.mails.length, 1)
  const after = await row(id)
  assert.deepEqual(
    { ...after, message_id: '' },
    { state: 'SENT', attempts: 1, error: null, sealed: null, message_id: '' },
  )
  assert.equal(mailed?.messageId, after?.message_id)
  assert.deepEqual(mailed?.envelope.to, [jorge])
  const header = (name: string) => mailed?.headers.find(({ key }) => key === name)?.value
  assert.equal(header('auto-submitted'), 'auto-generated')
  assert.equal(header('x-auto-response-suppress'), 'All')
  assert.match(mailed?.text ?? '', /20 November 2026 at 10:42 \(Europe\/Madrid\)/)
})

test('two workers, one mail, one sending', async () => {
  const id = await queue()
  const outcomes = await Promise.allSettled([deliverOne(id), deliverOne(id), deliverOne(id)])
  assert.equal(server.mails.length, 1)
  // Those that found it claimed will look again, should the first one die.
  assert.ok(outcomes.some(({ status }) => status === 'fulfilled'))
  for (const one of outcomes) {
    if (one.status === 'rejected') assert.match(String(one.reason), /Another worker is sending this mail/)
  }
  assert.equal((await row(id))?.state, 'SENT')
})

test('takes over when the claim has run out, and the late worker changes nothing', async () => {
  const id = await queue()
  await desk.rows(
    jorge,
    `update app.mails set claimed_until = now() + interval '1 minute', attempts = 1 where id = $1`,
    [id],
  )
  await assert.rejects(deliverOne(id), /Another worker/)
  await desk.rows(jorge, `update app.mails set claimed_until = now() - interval '1 second' where id = $1`, [
    id,
  ])
  await deliverOne(id)
  assert.deepEqual([(await row(id))?.state, (await row(id))?.attempts, server.mails.length], ['SENT', 2, 1])
})

test('waits while the server is down, then sends under the same Message-ID', async () => {
  const id = await queue()
  server.refuse({ at: 'data', code: 451, text: 'Try again later' })
  await assert.rejects(deliverOne(id), /451/)
  const waiting = await row(id)
  assert.equal(waiting?.state, 'WAITING')
  assert.match(waiting?.error ?? '', /Try again later/)
  server.refuse(null)
  await deliverOne(id)
  const sent = await row(id)
  assert.deepEqual([sent?.state, sent?.attempts, sent?.error], ['SENT', 2, null])
  assert.equal(server.mails[0]?.messageId, waiting?.message_id)
})

test('gives an address up that the server refuses for good, and can be told to try again', async () => {
  const id = await queue()
  server.refuse({ at: 'rcpt', code: 550, text: 'No such person here' })
  await deliverOne(id)
  assert.equal((await row(id))?.state, 'FAILED')
  assert.match((await row(id))?.error ?? '', /No such person here/)
  server.refuse(null)
  await desk.work()
  assert.equal(
    server.mails.some(({ messageId }) => messageId?.includes(id)),
    false,
  )

  const params = { id }
  assert.equal((await desk.as(elena).call(mail.retry, { params })).status, 202)
  assert.equal(
    (await desk.as(elena).call(mail.retry, { params })).problem.detail,
    'This mail waits to be sent already.',
  )
  await desk.work()
  assert.equal((await row(id))?.state, 'SENT')
  assert.equal((await desk.as(elena).call(mail.retry, { params })).status, 409)
})

test('gives up after the last try', async () => {
  const id = await queue()
  await desk.rows(jorge, 'update app.mails set attempts = 11 where id = $1', [id])
  server.refuse({ at: 'data', code: 452, text: 'Too busy' })
  await deliverOne(id)
  assert.deepEqual([(await row(id))?.state, (await row(id))?.attempts], ['FAILED', 12])
})

test('what is in a subject stays in the subject', async () => {
  const id = await queue('Hello\r\nBcc: eve@evil.example\0\u2028X-Evil: 1 <b>\u202e')
  await deliverOne(id)
  const [mailed] = server.mails
  assert.equal(mailed?.subject, 'Hello Bcc: eve@evil.example X-Evil: 1 <b>')
  assert.equal(mailed?.bcc, undefined)
  assert.deepEqual(mailed?.envelope.to, [jorge])
  assert.equal(
    mailed?.headers.some(({ key }) => key === 'x-evil'),
    false,
  )
})

test('the log of mails is the admin’s; other companies have their own', async () => {
  const id = await queue()
  const list = async (email: string) => await desk.as(email).call(mail.outbound, { query: { limit: 200 } })
  const mine = (await list(elena)).data.data.find((one) => one.id === id)
  assert.deepEqual([mine?.state, mine?.to], ['WAITING', jorge])
  assert.equal((await list(ana)).status, 403)
  assert.equal(
    (await list(olga)).data.data.some((one) => one.id === id),
    false,
  )
  assert.equal((await desk.as(olga).call(mail.retry, { params: { id } })).status, 404)
  const { data } = await desk.as(elena).call(mail.outbound, { query: { state: 'SENT', limit: 1 } })
  const next = await desk
    .as(elena)
    .call(mail.outbound, { query: { state: 'SENT', limit: 1, cursor: data.page.next ?? '' } })
  assert.notEqual(data.data[0]?.id, next.data.data[0]?.id)
})

test('trusts no certificate that it cannot check, unless the address says so', async () => {
  const secure = await openMailServer({ hideSTARTTLS: false })
  const id = await queue()
  const strict = { ...platform, config: { ...platform.config, smtpUrl: secure.url } }
  await assert.rejects(send(strict, inCompany, id), /self-signed|certificate/i)
  assert.equal(secure.mails.length, 0)
  const lax = {
    ...platform,
    config: { ...platform.config, smtpUrl: `${secure.url}?tls.rejectUnauthorized=false` },
  }
  await send(lax, inCompany, id)
  assert.equal(secure.mails.length, 1)
  hangUp()
  await secure.close()
})

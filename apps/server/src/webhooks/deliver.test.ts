import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { notifications, requests, rules, type Webhook, webhooks } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { transact } from '../platform/db/transaction.ts'
import type { InCompany } from '../platform/jobs/reaction.ts'
import { openRecord } from '../platform/log/record.ts'
import { addRule, clear } from '../rules/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, sofia } from '../testing/people.ts'
import { deliver } from './deliver.ts'
import { isArrived, isLast, whyNotArrived, whyStopped } from './rules.ts'
import { addWebhook, type Heard, openListener, webhookNetworks } from './sample.ts'
import { words } from './words.ts'

const listener = await openListener()
const desk = await openDesk({ webhookNetworks })
after(async () => {
  await desk.close()
  await listener.close()
})
before(() => clear(desk))
beforeEach(() => {
  listener.heard.length = 0
  listener.answer(null)
})
afterEach(() => clear(desk))

const { platform } = desk.deskhand
const { companyId } = await desk.who(elena)
const inCompany: InCompany = async (work) => {
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  return transact(
    platform.pools.worker,
    { companyId, personId: null },
    (tx) => work({ tx, db: tx.db, companyId, record }),
    write,
  )
}
/** A test delivery that no worker has yet. */
async function queued(webhook: Webhook): Promise<string> {
  return (await desk.as(elena).call(webhooks.test, { params: { id: webhook.id } })).data.id
}
const read = async (webhook: Webhook, deliveryId: string) =>
  (await desk.as(elena).call(webhooks.delivery, { params: { id: webhook.id, deliveryId } })).data
const look = async ({ id }: Webhook) => (await desk.as(elena).call(webhooks.get, { params: { id } })).data
const newest = async ({ id }: Webhook) =>
  (await desk.as(elena).call(webhooks.deliveries, { params: { id }, query: {} })).data.data[0]
const ask = async (summary = 'The tap drips') =>
  (await desk.as(jorge).call(requests.create, { body: { serviceDeskCode: 'IT', summary } })).data
const expected = (secret: string, { headers, body }: Heard) =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')}`

describe('what counts as arrived', () => {
  const cases: [number | null, boolean, boolean][] = [
    [200, true, false],
    [204, true, false],
    [299, true, false],
    [302, false, false],
    [400, false, false],
    [410, false, true],
    [500, false, false],
    [null, false, false],
  ]
  for (const [status, arrived, last] of cases) {
    test(String(status), () => {
      const outcome = { status, answer: null, error: null }
      assert.deepEqual([isArrived(outcome), isLast(outcome, 1)], [arrived, last])
      assert.equal(whyNotArrived(outcome) === null, arrived)
      assert.ok(isLast(outcome, 12))
    })
  }
})

test('is switched off only after three days and ten failures, or when it is gone', () => {
  const now = new Date('2026-11-20T09:00:00Z')
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const stopped = (status: number | null, days: number, failures: number) =>
    whyStopped({ status, answer: null, error: 'Nobody there.' }, { failingSince: ago(days), failures, now })
  assert.equal(stopped(500, 2.9, 100), null)
  assert.equal(stopped(500, 30, 9), null)
  assert.equal(stopped(null, 3, 10), words.stoppedLong('Nobody there.'))
  assert.equal(stopped(410, 0, 1), words.stoppedGone)
})

test('a rule sends what happened, signed, with what rules can ask and nothing else', async () => {
  const webhook = await addWebhook(desk, { url: listener.url })
  const rule = await addRule(desk, {
    name: 'Tell the wall',
    actions: { priority: 'HIGH', note: 'Secret of the desk', webhookId: webhook.id },
  })
  assert.deepEqual(rule.sentences.does.at(-1), `call the webhook “${webhook.name}”`)
  const request = await ask()
  await desk.work()
  const [heard] = listener.heard
  assert.ok(heard && listener.heard.length === 1)
  assert.equal(heard.headers['webhook-signature'], expected(webhook.secret, heard))
  assert.ok(Math.abs(Number(heard.headers['webhook-timestamp']) - clock.now().getTime() / 1000) < 300)
  const event = JSON.parse(heard.body)
  assert.deepEqual(
    [event.specversion, event.type, event.subject, event.source, event.id],
    [
      '1.0',
      'deskhand.request.created.v1',
      request.referenceNumber,
      platform.config.url,
      heard.headers['webhook-id'],
    ],
  )
  assert.deepEqual(
    [
      event.data.rule.name,
      event.data.request.priority,
      event.data.request.requester.name,
      event.data.request.desk.code,
    ],
    ['Tell the wall', 'HIGH', 'Jorge Vidal', 'IT'],
    'as the rule leaves it',
  )
  assert.ok(!heard.body.includes('Secret of the desk'), 'no notes unless the webhook is to have them')
  const sent = await newest(webhook)
  assert.deepEqual(
    [sent?.state, sent?.attempts, sent?.status, sent?.answer, sent?.ruleName, sent?.referenceNumber],
    ['SENT', 1, 200, '{"ok":true}', 'Tell the wall', request.referenceNumber],
  )
  const { data } = await desk.as(ana).call(rules.ofRequest, { params: { id: request.id } })
  assert.match(data.data[0]?.detail ?? '', /call the webhook/)
})

test('what was said goes along only as far as the webhook says', async () => {
  const said = async (conversation: 'NONE' | 'REPLIES' | 'ALL') => {
    const webhook = await addWebhook(desk, { url: listener.url, conversation })
    const rule = await addRule(desk, {
      trigger: { on: 'CHANGED', fields: ['tag'] },
      actions: { webhookId: webhook.id },
    })
    const { id } = await ask()
    for (const [isInternal, message] of [
      [false, 'Is it warm?'],
      [true, 'He is new here'],
    ] as const)
      await desk.as(ana).call(requests.comment, {
        params: { id },
        body: { activityType: 'COMMENT', message, isInternal },
      })
    await desk.as(ana).call(requests.tag, { params: { id }, body: { tags: ['said'] } })
    await desk.work()
    await desk.as(elena).call(rules.remove, { params: { id: rule.id } })
    const { request } = JSON.parse(listener.heard.at(-1)?.body ?? '{}').data
    return request.conversation?.map(({ text }: { text: string }) => text)
  }
  assert.equal(await said('NONE'), undefined)
  assert.deepEqual(await said('REPLIES'), ['Is it warm?'])
  assert.deepEqual(await said('ALL'), ['Is it warm?', 'He is new here'])
})

test('what is confidential never leaves: not by a rule, not where it became so meanwhile, not again', async () => {
  const webhook = await addWebhook(desk, { url: listener.url })
  await addRule(desk, { actions: { webhookId: webhook.id } })
  const sealed = await desk.as(jorge).call(requests.create, {
    body: { serviceDeskCode: 'HR', summary: 'A private matter', isConfidential: true },
  })
  assert.equal(sealed.data.isConfidential, true)
  await desk.work()
  assert.equal(listener.heard.length, 0)
  // One that waits, and one that was sent.
  const request = await ask()
  await desk.work()
  assert.equal(listener.heard.length, 1)
  const { id: deliveryId } = (await newest(webhook)) ?? { id: '' }
  await desk.rows(
    elena,
    'update app.requests set is_confidential = true, access_includes_desk = true where id = $1',
    [request.id],
  )
  await desk.rows(elena, `update app.webhook_deliveries set state = 'WAITING', attempts = 0 where id = $1`, [
    deliveryId,
  ])
  await deliver(platform, inCompany, deliveryId)
  const [row] = await desk.rows<{ state: string; error: string }>(
    elena,
    'select state, error from app.webhook_deliveries where id = $1',
    [deliveryId],
  )
  assert.deepEqual([row?.state, row?.error], ['FAILED', words.confidential(request.referenceNumber)])
  // Elena runs the company and is not on its list.
  const again = { params: { id: webhook.id, deliveryId } }
  assert.equal((await desk.as(elena).call(webhooks.replay, again)).status, 404)
  assert.equal((await desk.as(elena).call(webhooks.delivery, again)).status, 404)
  assert.equal(listener.heard.length, 1)
})

test('is tried again under the same webhook-id, and says how it went', async () => {
  const webhook = await addWebhook(desk, { url: listener.url })
  const id = await queued(webhook)
  listener.answer((_, response) => void response.writeHead(503).end('Down for maintenance'))
  await assert.rejects(deliver(platform, inCompany, id), /It answered 503/)
  const waiting = await read(webhook, id)
  assert.deepEqual(
    [waiting.state, waiting.attempts, waiting.status, waiting.answer],
    ['WAITING', 1, 503, 'Down for maintenance'],
  )
  assert.deepEqual([(await look(webhook)).failures, (await look(webhook)).waiting], [1, 1])
  listener.answer(null)
  await deliver(platform, inCompany, id)
  const sent = await read(webhook, id)
  assert.deepEqual([sent.state, sent.attempts, sent.error], ['SENT', 2, null])
  const [first, second] = listener.heard
  assert.equal(first?.headers['webhook-id'], second?.headers['webhook-id'])
  assert.equal(first?.body, second?.body)
  const { failures, failingSince } = await look(webhook)
  assert.deepEqual([failures, failingSince], [0, null])
})

test('two workers, one delivery, one call; when a claim has run out another takes over', async () => {
  const webhook = await addWebhook(desk, { url: listener.url })
  const id = await queued(webhook)
  await Promise.allSettled([1, 2, 3].map(() => deliver(platform, inCompany, id)))
  assert.equal(listener.heard.length, 1)
  const other = await queued(webhook)
  const claimed = (until: string) =>
    desk.rows(
      elena,
      `update app.webhook_deliveries set claimed_until = now() + interval '${until}' where id = $1`,
      [other],
    )
  await claimed('1 minute')
  await assert.rejects(deliver(platform, inCompany, other), /Another worker/)
  await claimed('-1 second')
  await deliver(platform, inCompany, other)
  assert.equal(listener.heard.length, 2)
})

test('gives up after the last try, and can be sent again by hand', async () => {
  const webhook = await addWebhook(desk, { url: listener.url })
  const id = await queued(webhook)
  await desk.rows(elena, 'update app.webhook_deliveries set attempts = 11 where id = $1', [id])
  listener.answer(
    (_, response) => void response.writeHead(301, { location: 'http://169.254.169.254/' }).end(),
  )
  await deliver(platform, inCompany, id)
  const failed = await read(webhook, id)
  assert.deepEqual([failed.state, failed.attempts, failed.error], ['FAILED', 12, words.redirected])
  listener.answer(null)
  const again = { params: { id: webhook.id, deliveryId: id } }
  assert.equal((await desk.as(elena).call(webhooks.replay, again)).status, 202)
  assert.equal((await desk.as(elena).call(webhooks.replay, again)).problem.detail, words.isWaiting)
  await deliver(platform, inCompany, id)
  assert.deepEqual([(await read(webhook, id)).state, listener.heard.length], ['SENT', 2])
  assert.equal(listener.heard[0]?.headers['webhook-id'], listener.heard[1]?.headers['webhook-id'])
})

test('what is gone for good is switched off at once, admins are told, and what waits is kept', async () => {
  const webhook = await addWebhook(desk, { url: listener.url, name: 'Gone for good' })
  const [id, next] = [await queued(webhook), await queued(webhook)]
  listener.answer((_, response) => void response.writeHead(410).end())
  await deliver(platform, inCompany, id)
  const now = await look(webhook)
  assert.deepEqual([now.isActive, now.stoppedReason], [false, words.stoppedGone])
  await desk.work()
  const held = await read(webhook, next)
  assert.deepEqual([held.state, held.error, listener.heard.length], ['HELD', words.wasOff, 1])
  const told = async (who: string) =>
    (await desk.as(who).call(notifications.list, { query: {} })).data.data.filter(
      ({ kind }) => kind === 'webhook_stopped',
    )
  assert.deepEqual(
    (await told(elena)).map(({ title, body }) => [title, body]),
    [['The webhook “Gone for good” is switched off', words.stoppedGone]],
  )
  assert.deepEqual(await told(sofia), [], 'who leads a desk is no admin')
  const again = { params: { id: webhook.id, deliveryId: next } }
  assert.equal((await desk.as(elena).call(webhooks.replay, again)).problem.detail, words.off)
  listener.answer(null)
  await desk.as(elena).call(webhooks.update, { params: { id: webhook.id }, body: { isActive: true } })
  assert.equal((await look(webhook)).stoppedReason, null)
  assert.equal((await desk.as(elena).call(webhooks.replay, again)).status, 202)
  await desk.work()
  assert.equal((await read(webhook, next)).state, 'SENT')
})

test('what fails for days is switched off', async () => {
  const webhook = await addWebhook(desk, { url: listener.url })
  const id = await queued(webhook)
  listener.answer((_, response) => void response.writeHead(500).end())
  await desk.rows(
    elena,
    `update app.webhooks set failures = 9, failing_since = $2::timestamptz - interval '4 days' where id = $1`,
    [webhook.id, clock.now()],
  )
  await assert.rejects(deliver(platform, inCompany, id), /500/)
  const { isActive, stoppedReason } = await look(webhook)
  assert.deepEqual([isActive, stoppedReason], [false, words.stoppedLong(words.refused(500))])
})

test('a new secret signs at once, and for a day the old one signs as well', async () => {
  const webhook = await addWebhook(desk, { url: listener.url })
  const { data: renewed } = await desk.as(elena).call(webhooks.rotate, { params: { id: webhook.id } })
  assert.notEqual(renewed.secret, webhook.secret)
  const signatures = async () => {
    await deliver(platform, inCompany, await queued(webhook))
    const heard = listener.heard.at(-1)
    assert.ok(heard)
    const known = { [expected(renewed.secret, heard)]: 'new', [expected(webhook.secret, heard)]: 'old' }
    return String(heard.headers['webhook-signature'])
      .split(' ')
      .map((one) => known[one])
  }
  assert.deepEqual(await signatures(), ['new', 'old'])
  await desk.rows(
    elena,
    `update app.webhooks set old_until = $2::timestamptz - interval '1 second' where id = $1`,
    [webhook.id, clock.now()],
  )
  assert.deepEqual(await signatures(), ['new'])
})

test('a private address that was saved in better days is not called', async () => {
  const webhook = await addWebhook(desk, { url: listener.url })
  const id = await queued(webhook)
  const strict = { ...platform, config: { ...platform.config, webhookNetworks: [] } }
  await assert.rejects(deliver(strict, inCompany, id), /private network/)
  assert.equal(listener.heard.length, 0)
})

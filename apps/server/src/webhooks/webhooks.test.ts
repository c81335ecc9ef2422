import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BodyIn, operations, requests, rules, webhooks } from '@deskhand/contract'
import { clock } from '../platform/clock/clock.ts'
import { drain, runScheduleNow } from '../platform/jobs/drain.ts'
import { addRule, clear, ruleOf } from '../rules/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, olga, sofia } from '../testing/people.ts'
import { addWebhook, openListener, webhookNetworks } from './sample.ts'
import { webhooksSlice } from './slice.ts'
import { words } from './words.ts'

const listener = await openListener()
const desk = await openDesk({ webhookNetworks })
before(() => clear(desk))
after(async () => {
  await desk.close()
  await listener.close()
})

const url = 'https://hooks.example/deskhand'
const create = (body: Partial<BodyIn<typeof webhooks.create>> = {}, by = elena) =>
  desk.as(by).call(webhooks.create, { body: { name: 'Wall display', url, isActive: true, ...body } })

test('is made with a secret that is said once and lies nowhere in the open', async () => {
  const { data, text } = await create()
  assert.match(data.secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
  assert.deepEqual(
    [data.name, data.conversation, data.isActive, data.usedBy],
    ['Wall display', 'NONE', true, []],
  )
  assert.ok(text.includes(data.secret))
  const { text: later } = await desk.as(elena).call(webhooks.get, { params: { id: data.id } })
  assert.ok(!later.includes(data.secret))
  for (const table of ['webhooks', 'events', 'idempotency_keys', 'webhook_deliveries']) {
    const [row] = await desk.rows<{ all: string | null }>(
      elena,
      `select string_agg(t::text, ' ') as all from app.${table} t where position($1 in t::text) > 0`,
      [data.secret.slice('whsec_'.length)],
    )
    assert.equal(row?.all, null, table)
  }
})

describe('an address that cannot be called is refused by its field', () => {
  const cases: [string, RegExp][] = [
    ['ftp://hooks.example/', /whole address/],
    ['hooks.example', /whole address/],
    ['javascript:alert(1)', /whole address/],
    ['https://me:secret@hooks.example/', /No name, password/],
    ['https://hooks.example/#a', /No name, password/],
    ['https://10.0.0.1/', /private network/],
    ['http://169.254.169.254/latest/meta-data', /private network/],
    ['https://[::1]/', /private network/],
  ]
  for (const [address, sentence] of cases) {
    test(address, async () => {
      const { status, problem } = await create({ name: address, url: address })
      assert.ok(status === 400 || status === 422, String(status))
      const fault = problem.errors?.find(({ pointer }) => pointer === '/url')
      assert.match(fault?.message ?? JSON.stringify(problem), sentence)
    })
  }
})

test('has a name of its own', async () => {
  await create({ name: 'Twice' })
  const again = await create({ name: 'TWICE' })
  assert.deepEqual([again.status, again.problem.detail], [409, words.taken('TWICE')])
})

test('is changed by whoever saw how it is, and is an admin’s alone', async () => {
  const { data: made } = await create({ name: 'Changed later' })
  const params = { id: made.id }
  const change = (by: string, ifMatch = '"1"') =>
    desk.as(by).call(webhooks.update, {
      params,
      body: { conversation: 'REPLIES' },
      headers: { 'if-match': ifMatch },
    })
  for (const who of [jorge, ana, sofia]) assert.equal((await change(who)).status, 403, who)
  assert.equal((await change(olga)).status, 404)
  assert.equal((await change(elena, '"9"')).status, 412)
  const { data } = await change(elena)
  assert.deepEqual([data.conversation, data.version], ['REPLIES', 2])
  for (const who of [jorge, ana, sofia]) {
    const as = desk.as(who)
    assert.equal((await as.call(webhooks.list)).status, 403)
    assert.equal((await as.call(webhooks.rotate, { params })).status, 403)
    assert.equal((await as.call(webhooks.test, { params })).status, 403)
    assert.equal((await as.call(webhooks.deliveries, { params, query: {} })).status, 403)
    assert.equal((await create({ name: 'Mine' }, who)).status, 403)
  }
  for (const call of [webhooks.rotate, webhooks.test, webhooks.remove])
    assert.equal((await desk.as(olga).call(call, { params })).status, 404)
  assert.ok(!(await desk.as(olga).call(webhooks.list)).data.data.some(({ id }) => id === made.id))
})

test('is deleted once no rule calls it, and says which one does', async () => {
  const webhook = await addWebhook(desk, { url })
  const rule = await addRule(desk, { name: 'Calls it', actions: { webhookId: webhook.id } })
  const params = { id: webhook.id }
  assert.deepEqual((await desk.as(elena).call(webhooks.get, { params })).data.usedBy, [
    { id: rule.id, name: 'Calls it' },
  ])
  const refused = await desk.as(elena).call(webhooks.remove, { params })
  assert.deepEqual([refused.status, refused.problem.detail], [409, words.inUse(['Calls it'])])
  await desk.as(elena).call(rules.remove, { params: { id: rule.id } })
  assert.equal((await desk.as(elena).call(webhooks.remove, { params })).status, 204)
  assert.equal((await desk.as(elena).call(webhooks.get, { params })).status, 404)
  const { status, problem } = await desk
    .as(elena)
    .call(rules.create, { body: ruleOf({ actions: { webhookId: webhook.id } }) })
  assert.deepEqual([status, problem.errors?.[0]?.pointer], [422, '/actions/webhookId'])
})

test('a dry run shows the call and sends nothing', async () => {
  const webhook = await addWebhook(desk, { url: listener.url })
  const { data: request } = await desk
    .as(jorge)
    .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'The lamp is out' } })
  await desk.work()
  const { data: run } = await desk.as(elena).call(rules.preview, {
    body: { rule: ruleOf({ actions: { webhookId: webhook.id } }), requestId: request.referenceNumber },
  })
  await desk.work()
  const { data } = await desk.as(elena).call(rules.differences, { params: { id: run.id }, query: {} })
  assert.deepEqual(
    data.data.map(({ field, from, to }) => [field, from, to]),
    [['called', null, `the webhook “${webhook.name}”`]],
  )
  assert.equal(listener.heard.length, 0)
})

test('a rule goes on where its webhook is off, and what it would have sent is kept', async () => {
  const webhook = await addWebhook(desk, { url: listener.url, isActive: false })
  const rule = await addRule(desk, { actions: { tags: { add: ['told'] }, webhookId: webhook.id } })
  const { data } = await desk
    .as(jorge)
    .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'The lamp is out again' } })
  await desk.work()
  assert.deepEqual((await desk.as(ana).call(requests.get, { params: { id: data.id } })).data.tags, ['told'])
  const list = await desk
    .as(elena)
    .call(webhooks.deliveries, { params: { id: webhook.id }, query: { state: 'HELD' } })
  assert.deepEqual(
    list.data.data.map(({ state, error, referenceNumber }) => [state, error, referenceNumber]),
    [['HELD', words.wasOff, data.referenceNumber]],
  )
  assert.equal((await desk.as(elena).call(webhooks.test, { params: { id: webhook.id } })).status, 409)
  // What has left is not called back, and the rest is.
  const [run] = (await desk.as(ana).call(rules.ofRequest, { params: { id: data.id } })).data.data
  const undone = await desk
    .as(elena)
    .call(operations.undo, { params: { operationId: run?.operationId ?? '' } })
  assert.ok(undone.status < 300, undone.text)
  await desk.work()
  assert.deepEqual((await desk.as(ana).call(requests.get, { params: { id: data.id } })).data.tags, [])
  await desk.as(elena).call(rules.remove, { params: { id: rule.id } })
})

test('what was sent is forgotten after a month, and what waits is not', async () => {
  const webhook = await addWebhook(desk, { url })
  const sent = async () => (await desk.as(elena).call(webhooks.test, { params: { id: webhook.id } })).data.id
  const [old, waiting, fresh] = [await sent(), await sent(), await sent()]
  const set = (id: string, state: string, age: string) =>
    desk.rows(
      elena,
      `update app.webhook_deliveries set state = $2, created_at = $3::timestamptz - $4::interval where id = $1`,
      [id, state, clock.now(), age],
    )
  await set(old, 'SENT', '31 days')
  await set(waiting, 'WAITING', '31 days')
  await set(fresh, 'SENT', '29 days')
  const { platform } = desk.deskhand
  const [forget] = webhooksSlice.schedules(platform)
  assert.ok(forget)
  await runScheduleNow(platform.pools, forget)
  await drain({ ...platform, reactions: [], schedules: [forget] })
  const left = await desk.rows<{ id: string }>(
    elena,
    'select id from app.webhook_deliveries where webhook_id = $1',
    [webhook.id],
  )
  assert.deepEqual(left.map(({ id }) => id).sort(), [waiting, fresh].sort())
})

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { webhooks } from '@deskhand/contract'
import { transact } from '../platform/db/transaction.ts'
import { startWorker } from '../platform/jobs/worker.ts'
import { testSecret } from '../platform/testing/database.ts'
import { silentLog as log } from '../platform/testing/house.ts'
import { until } from '../platform/testing/until.ts'
import { slices } from '../slices.ts'
import { openDesk } from '../testing/desk.ts'
import { elena } from '../testing/people.ts'
import { spawnServer } from '../testing/serverProcess.ts'
import { addWebhook, openListener, webhookNetworks } from './sample.ts'

const listener = await openListener()
const desk = await openDesk({ webhookNetworks })
const { platform } = desk.deskhand
const { pools, bell } = platform
const { companyId } = await desk.who(elena)
const folder = mkdtempSync(join(tmpdir(), 'deskhand-webhook-kill-'))
const { user, password, host, port, database } = desk.database.connection
const worker = spawnServer(
  {
    PORT: '0',
    DATABASE_URL: `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`,
    DESKHAND_SECRET: testSecret,
    DESKHAND_DATA: folder,
    DESKHAND_URL: platform.config.url,
    DESKHAND_WEBHOOK_NETWORKS: webhookNetworks.join(' '),
  },
  ['--as=worker'],
)
after(async () => {
  await worker.stop('SIGKILL')
  await desk.close()
  await listener.close()
  rmSync(folder, { recursive: true, force: true })
})

const one = async (sql: string, values: unknown[] = []) =>
  (await desk.rows<{ n: number }>(elena, sql, values))[0]?.n
/** Statements of workers that wait for somebody's lock just now. */
const waiting = () =>
  one(`select count(*)::int as n from pg_stat_activity where datname = current_database()
    and wait_event_type = 'Lock' and query like 'update app.webhook_deliveries set state = %'`)

test('a worker killed between the answer and its own commit: the same again under the same webhook-id', async () => {
  await worker.ready()
  const webhook = await addWebhook(desk, { url: listener.url })
  // Whoever has the delivery's line keeps the worker from saying that it arrived: the moment stands still.
  const isHeld = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  let holding: Promise<void> = Promise.resolve()
  listener.answer(async (_, response) => {
    holding = transact(pools.worker, { companyId, personId: null }, async (tx) => {
      await tx.run(`select from app.webhook_deliveries where state = 'WAITING' for update`)
      isHeld.resolve()
      await letGo.promise
    })
    await isHeld.promise
    response.writeHead(200).end()
  })
  const { data } = await desk.as(elena).call(webhooks.test, { params: { id: webhook.id } })
  await isHeld.promise
  listener.answer(null)
  await until(async () => (await waiting()) === 1, 'it has heard the yes and wants to keep it')
  await worker.stop('SIGKILL')
  letGo.resolve()
  await holding
  await until(async () => (await waiting()) === 0, 'its line is gone')
  const [row] = await desk.rows<{ state: string; attempts: number }>(
    elena,
    'select state, attempts from app.webhook_deliveries where id = $1',
    [data.id],
  )
  assert.deepEqual([row?.state, row?.attempts, listener.heard.length], ['WAITING', 1, 1])

  // As if the time of its claim had passed.
  await desk.rows(elena, 'update app.webhook_deliveries set claimed_until = now() where id = $1', [data.id])
  const next = startWorker({
    ...{ pools, bell, log, schedules: [] },
    reactions: slices.flatMap((slice) => slice.reactions(platform)),
    pulse: { every: 100, silence: 600 },
  })
  await until(
    async () =>
      (await one(
        `select count(*)::int as n from app.webhook_deliveries where id = $1 and state = 'SENT' and attempts = 2`,
        [data.id],
      )) === 1,
    'it went again',
  )
  await next.stop()
  const [first, second] = listener.heard
  assert.equal(listener.heard.length, 2)
  assert.equal(first?.headers['webhook-id'], data.id)
  assert.deepEqual([second?.headers['webhook-id'], second?.body], [first?.headers['webhook-id'], first?.body])
})

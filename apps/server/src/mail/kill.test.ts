import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { requests } from '@deskhand/contract'
import { transact } from '../platform/db/transaction.ts'
import { startWorker } from '../platform/jobs/worker.ts'
import { testSecret } from '../platform/testing/database.ts'
import { silentLog as log } from '../platform/testing/house.ts'
import { until } from '../platform/testing/until.ts'
import { slices } from '../slices.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge } from '../testing/people.ts'
import { spawnServer } from '../testing/serverProcess.ts'
import { openMailServer } from './sample.ts'
import { hangUp } from './transport.ts'

const mailServer = await openMailServer()
const desk = await openDesk({ smtpUrl: mailServer.url })
const { platform } = desk.deskhand
const { pools, bell } = platform
const { companyId } = await desk.who(jorge)
const folder = mkdtempSync(join(tmpdir(), 'deskhand-mail-kill-'))
const { user, password, host, port, database } = desk.database.connection
const worker = spawnServer(
  {
    PORT: '0',
    DATABASE_URL: `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${database}`,
    DESKHAND_SECRET: testSecret,
    DESKHAND_DATA: folder,
    DESKHAND_URL: platform.config.url,
    SMTP_URL: mailServer.url,
  },
  ['--as=worker'],
)
after(async () => {
  await worker.stop('SIGKILL')
  hangUp()
  await desk.close()
  await mailServer.close()
  rmSync(folder, { recursive: true, force: true })
})

const one = async (sql: string, values: unknown[] = []) =>
  (await desk.rows<{ n: number }>(jorge, sql, values))[0]?.n
/** Statements of workers that wait for somebody's lock just now. */
const waiting = () =>
  one(`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like 'update app.mails set state = ''SENT''%'`)

/** Everything that follows from an event, directly or not. */
const traces = async (cause: number, requestId: string) => ({
  notifications: await one('select count(*)::int as n from app.notifications where event_id = $1', [cause]),
  mails: await one('select count(*)::int as n from app.mails where cause = $1', [`event:${cause}`]),
  entries: await one('select count(*)::int as n from app.request_activities where request_id = $1', [
    requestId,
  ]),
  events: await one('select count(*)::int as n from app.events where id >= $1', [cause]),
})

test('a worker killed between the mail server’s yes and its own commit: the same mail again, and nothing else', async () => {
  await worker.ready()
  const { data: asked } = await desk
    .as(jorge)
    .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'The screen stays black' } })
  await until(() => mailServer.mails.length === 1, 'the receipt has gone')
  await until(
    async () => (await one('select count(*)::int as n from jobs._private_jobs')) === 0,
    'all is done',
  )
  mailServer.mails.length = 0

  // Whoever has the mail's line keeps the worker from saying that it is out: the moment stands still.
  const isHeld = Promise.withResolvers<void>()
  const letGo = Promise.withResolvers<void>()
  let holding: Promise<void> = Promise.resolve()
  mailServer.wait(() => {
    holding = transact(pools.worker, { companyId, personId: null }, async (tx) => {
      await tx.run(`select from app.mails where state = 'WAITING' for update`)
      isHeld.resolve()
      await letGo.promise
    })
    return isHeld.promise
  })
  const replied = await desk.as(ana).call(requests.comment, {
    params: { id: asked.id },
    body: { activityType: 'COMMENT', message: 'Is the cable in?' },
  })
  assert.equal(replied.status, 201)
  await isHeld.promise
  mailServer.wait(null)
  await until(async () => (await waiting()) === 1, 'it has heard the yes and wants to keep it')
  await worker.stop('SIGKILL')
  letGo.resolve()
  await holding
  await until(async () => (await waiting()) === 0, 'its line is gone')

  const [mail] = await desk.rows<{ id: string; state: string; attempts: number; cause: string }>(
    jorge,
    `select id, state, attempts, cause from app.mails where state <> 'SENT'`,
  )
  assert.deepEqual([mail?.state, mail?.attempts, mailServer.mails.length], ['WAITING', 1, 1])
  const cause = Number(mail?.cause.replace('event:', ''))
  const before = await traces(cause, asked.id)
  assert.deepEqual([before.notifications, before.mails], [1, 1])

  // As if the time of its claim had passed.
  await desk.rows(jorge, 'update app.mails set claimed_until = now() where id = $1', [mail?.id])
  const next = startWorker({
    ...{ pools, bell, log, schedules: [] },
    reactions: slices.flatMap((slice) => slice.reactions(platform)),
    pulse: { every: 100, silence: 600 },
  })
  await until(
    async () =>
      (await one(`select count(*)::int as n from app.mails where state = 'SENT' and attempts = 2`)) === 1,
    'it went again',
  )
  await until(
    async () => (await one('select count(*)::int as n from jobs._private_jobs')) === 0,
    'nothing is left',
  )
  await next.stop()

  const [first, second] = mailServer.mails
  assert.equal(mailServer.mails.length, 2)
  assert.equal(second?.messageId, first?.messageId)
  assert.match(first?.messageId ?? '', new RegExp(mail?.id ?? '-'))
  assert.deepEqual(
    [second?.envelope, second?.subject, second?.text],
    [first?.envelope, first?.subject, first?.text],
  )
  assert.deepEqual(await traces(cause, asked.id), before)
})

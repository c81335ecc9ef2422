import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openMailServer } from '../mail/sample.ts'
import { transact } from '../platform/db/transaction.ts'
import { freshDatabase, testSecret } from '../platform/testing/database.ts'
import { until } from '../platform/testing/until.ts'
import { filledWithWorld } from '../testing/filling.ts'
import { jorge } from '../testing/people.ts'
import { freePort, spawnServer, talk } from '../testing/serverProcess.ts'

const total = 1_000
const callers = 32
const killAfter = 400

const mailServer = await openMailServer()
const database = await freshDatabase(filledWithWorld)
const { user, password, host, port, database: name } = database.connection
const folder = mkdtempSync(join(tmpdir(), 'deskhand-kill-'))
const here = await freePort()
const url = `http://127.0.0.1:${here}`
const env = {
  PORT: String(here),
  DATABASE_URL: `postgres://${user}:${password}@${encodeURIComponent(host)}:${port}/${name}`,
  DESKHAND_SECRET: testSecret,
  DESKHAND_DATA: folder,
  DESKHAND_RATE_LIMITS: 'off',
  SMTP_URL: mailServer.url,
}
let server = spawnServer(env)
after(async () => {
  await server.stop()
  await mailServer.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})
await server.ready()
const signedIn = await talk(url, '/api/v1/auth/login', { body: { email: jorge, password: 'demo-demo-demo' } })
const token: string = signedIn.data.accessToken
const { companyId } = signedIn.data.user

type Made = { id: string; referenceNumber: string }
const create = (key: string) =>
  talk(url, '/api/v1/requests', {
    token,
    headers: { 'idempotency-key': key },
    body: { serviceDeskCode: 'IT', summary: `Crash ${key}` },
  })

/** Sends until it is acknowledged, as a careful client does: the same key again whenever the answer is missing. */
async function createSurely(key: string): Promise<Made> {
  for (;;) {
    const answer = await create(key).catch(() => null)
    if (answer?.status === 201) return answer.data
    assert.ok(!answer || answer.status === 503 || answer.status === 409, `${answer?.status}`)
    await pause(50)
  }
}

const read = <Row extends Record<string, unknown>>(sql: string) =>
  transact(database.pools.worker, { companyId, personId: null }, (tx) => tx.query<Row>(sql, [companyId]))

/** As if the time had passed after which a dead worker's jobs and mails are given to others. */
async function letTimePass() {
  const { worker } = database.pools
  await worker.query(`update ops.workers set seen_at = seen_at - interval '1 minute'`)
  await worker.query(`update jobs._private_jobs set locked_at = locked_at - interval '1 minute'`)
  await read('update app.mails set claimed_until = now() where company_id = $1 and claimed_until > now()')
}

test('kill -9 among 1,000 concurrent creates loses no acknowledged request, no job and no mail', async () => {
  const keys = Array.from({ length: total }, (_, at) => `k${at}`)
  const made = new Map<string, Made>()
  let acknowledgedBefore: string[] = []
  const crash = async () => {
    acknowledgedBefore = [...made.keys()]
    await server.stop('SIGKILL')
    await letTimePass()
    server = spawnServer(env)
    await server.ready()
  }
  let crashing: Promise<void> | null = null
  const caller = async () => {
    for (let key = keys.pop(); key; key = keys.pop()) {
      made.set(key, await createSurely(key))
      if (made.size >= killAfter) crashing ??= crash()
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  await crashing
  assert.ok(acknowledgedBefore.length >= killAfter && acknowledgedBefore.length < total)
  assert.equal(made.size, total)

  const rows = await read<{ id: string; ref: string; summary: string; number: number }>(
    `select id, reference_number as ref, summary, number from app.requests
     where company_id = $1 and summary like 'Crash %' order by number`,
  )
  assert.equal(rows.length, total)
  assert.equal(new Set(rows.map(({ summary }) => summary)).size, total)
  const [first] = rows
  assert.deepEqual(
    rows.map(({ number }) => number - (first?.number ?? 0)),
    rows.map((_, at) => at),
  )
  for (const { id, ref, summary } of rows)
    assert.deepEqual({ id, ref }, pick(made.get(summary.replace('Crash ', ''))))

  for (const key of acknowledgedBefore.slice(-50)) {
    const again = await create(key)
    assert.equal(again.status, 201)
    assert.equal(again.headers.get('idempotent-replayed'), 'true')
    assert.equal(again.data.id, made.get(key)?.id)
  }
  const [log] = await read<{ events: number }>(
    `select count(*)::int as events from app.events e join app.requests r
       on r.company_id = e.company_id and r.id = e.subject_id
     where e.company_id = $1 and e.name = 'request.created' and r.summary like 'Crash %'`,
  )
  assert.equal(log?.events, total)

  const refs = new Set(rows.map(({ ref }) => ref))
  const receipts = () =>
    mailServer.mails.flatMap(({ subject = '', messageId = '' }) => {
      const ref = /\b(IT-\d+)\b/.exec(subject)?.[1]
      return ref && refs.has(ref) ? [{ ref, messageId }] : []
    })
  await until(
    () => new Set(receipts().map(({ ref }) => ref)).size === total,
    'every receipt has arrived',
    90_000,
  )
  // One mail may come twice when we die between the server's yes and our commit: under one Message-ID.
  const byRef = Map.groupBy(receipts(), ({ ref }) => ref)
  for (const [ref, mails] of byRef)
    assert.equal(new Set(mails.map(({ messageId }) => messageId)).size, 1, ref)
  const [left] = await read<{ dead: number }>(
    'select count(*)::int as dead from jobs._private_jobs where attempts >= max_attempts and $1::uuid is not null',
  )
  assert.equal(left?.dead, 0)
})

const pick = (one: Made | undefined) => ({ id: one?.id, ref: one?.referenceNumber })

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { stopOf } from '../http/problems.ts'
import { rolePassword } from '../secret.ts'
import { freshDatabase, type TestDatabase, testSecret } from '../testing/database.ts'
import { openPool } from './connection.ts'
import { transact } from './transaction.ts'

/** A line to the database that can be cut without anybody being told, as a firewall does. */
async function openLine({ host, port }: { host: string; port: number }) {
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    const far = host.startsWith('/') ? dial(`${host}/.s.PGSQL.${port}`) : dial(port, host)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('error', () => undefined)
      from.on('data', (bytes) => {
        if (!isCut) to.write(bytes)
      })
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      isCut = true
    },
    mend: () => {
      isCut = false
    },
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Far longer than a healthy answer takes, far shorter than what people have. */
const silence = 1_000
const nobody = { companyId: null, personId: null }
let database: TestDatabase
let line: Awaited<ReturnType<typeof openLine>>
let pool: pg.Pool
before(async () => {
  database = await freshDatabase()
  line = await openLine(database.connection)
  const password = rolePassword(testSecret, 'deskhand_app')
  const there = { ...database.connection, host: '127.0.0.1', port: line.port, user: 'deskhand_app', password }
  pool = openPool(there, 'test', 2, { silence })
})
after(async () => {
  await pool.end()
  await line.close()
  await database.close()
})
const ask = () => transact(pool, nobody, (tx) => tx.query<{ one: number }>('select 1 as one'))
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => stopOf(error)?.code ?? String(error),
  )

test('a line that says nothing any more is given up, whoever waits is told, and the pool recovers by itself', async () => {
  assert.deepEqual(await ask(), [{ one: 1 }])
  line.cut()
  // More than there are connections: in the middle of their work, and waiting for one.
  const refused = await Promise.all([ask(), ask(), ask(), ask()].map(outcome))
  assert.deepEqual(refused, ['unavailable', 'unavailable', 'unavailable', 'unavailable'])
  assert.equal(pool.waitingCount, 0)
  line.mend()
  for (let turn = 0; turn < 4; turn++) assert.deepEqual(await ask(), [{ one: 1 }])
})

test('a transaction that was cut in the middle keeps nothing', async () => {
  const half = transact(pool, nobody, async (tx) => {
    await tx.query('select 1')
    line.cut()
    await tx.query('select 2')
  })
  assert.equal(await outcome(half), 'unavailable')
  line.mend()
  assert.deepEqual(await ask(), [{ one: 1 }])
})

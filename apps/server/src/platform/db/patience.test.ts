import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { requests } from '@deskhand/contract'
import { openDesk } from '../../testing/desk.ts'
import { jorge } from '../../testing/people.ts'
import { until } from '../testing/until.ts'
import { transact } from './transaction.ts'

const desk = await openDesk()
after(() => desk.close())
const { app, platform } = desk.deskhand
const { pools } = platform
const nobody = { companyId: null, personId: null }
const ask = () => desk.as(jorge).call(requests.list)
const probe = async () => (await app.inject({ method: 'GET', url: '/health/live' })).statusCode

/** Takes every connection that requests have, as statements without an end do. */
async function exhaust() {
  const taken = await Promise.all(Array.from({ length: pools.app.options.max }, () => pools.app.connect()))
  return () => {
    for (const client of taken) client.release()
  }
}

test('who gets no connection is told to come again, and gets one as soon as there is one', async () => {
  assert.equal((await ask()).status, 200)
  const free = await exhaust()
  const crowd = await Promise.all(Array.from({ length: 200 }, ask))
  assert.deepEqual(
    [...new Set(crowd.map(({ status, problem }) => `${status} ${problem.code}`))],
    ['503 unavailable'],
  )
  assert.ok(crowd.every(({ headers }) => headers['retry-after'] === '1'))
  assert.equal(await probe(), 200)
  // Nobody waits any longer who was sent away.
  const waiting = Promise.all([ask(), ask()])
  free()
  assert.deepEqual(
    (await waiting).map(({ status }) => status),
    [200, 200],
  )
  await until(() => pools.app.waitingCount === 0, 'nobody waits')
  assert.equal((await ask()).status, 200)
})

test('a job waits for its turn', async () => {
  const { max } = pools.worker.options
  const taken = await Promise.all(Array.from({ length: max }, () => pools.worker.connect()))
  const job = transact(pools.worker, nobody, (tx) => tx.query<{ one: number }>('select 1 as one'))
  // Longer than a request would have waited: one of those is refused meanwhile.
  const free = await exhaust()
  assert.equal((await ask()).status, 503)
  free()
  for (const client of taken) client.release()
  assert.deepEqual(await job, [{ one: 1 }])
})

test('a statement that does not end is ended, and its connection serves the next', async () => {
  const slow = transact(pools.app, nobody, async (tx) => {
    await tx.run(`set local statement_timeout = '20ms'`)
    await tx.query('select pg_sleep(30)')
  })
  await assert.rejects(slow, (error: { code?: string }) => error.code === '57014')
  const [limit] = (await pools.app.query('show statement_timeout')).rows
  assert.deepEqual(limit, { statement_timeout: '15s' })
  assert.equal((await ask()).status, 200)
})

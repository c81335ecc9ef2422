import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { startRelay } from '../log/relay.ts'
import { openMetrics } from '../metrics.ts'
import { silentLog as log, openHouse } from '../testing/house.ts'
import { until } from '../testing/until.ts'
import { planJobs, together } from './plan.ts'
import { type Reaction, reaction } from './reaction.ts'
import { startWorker } from './worker.ts'

const house = await openHouse()
const { pools, bell, asWorker, companyId, effects, jobsLeft } = house
after(house.close)
beforeEach(() => asWorker('delete from jobs._private_jobs'))

const transactions = new Map<string, number>()
/** Leaves its effect, and remembers in which transaction. */
const leaving = (name: string, then: () => void = () => undefined) =>
  reaction({
    on: 'person.updated',
    name: `test.${name}`,
    run: async ({ tx, event }) => {
      await tx.run('insert into app.effects (name, event_id) values ($1, $2)', [name, event.id])
      const [row] = await tx.query<{ txid: number }>('select pg_current_xact_id()::text::int as txid')
      transactions.set(name, row?.txid ?? 0)
      then()
    },
  })
const outside = reaction({
  on: 'person.updated',
  name: 'test.outside',
  runOutside: async ({ inCompany, event }) =>
    inCompany(async ({ tx }) => {
      await tx.run('insert into app.effects (name, event_id) values ($1, $2)', ['outside', event.id])
    }),
})

/** Works until nothing is left, and answers how often each ended in which way. */
async function work(reactions: Reaction[], cause: () => Promise<unknown>) {
  const metrics = openMetrics()
  const relay = startRelay({ pools, bell, reactions, log })
  const worker = startWorker({ pools, bell, reactions, schedules: [], log, metrics })
  const before = await house.lastEvent()
  await cause()
  await until(async () => {
    await house.hurry()
    return (await house.cursor()) >= before && (await jobsLeft()) === 0
  }, 'all is done')
  await worker.stop()
  await relay.stop()
  const { values } = await metrics.jobs.get()
  return Object.fromEntries(values.map(({ labels, value }) => [`${labels.name} ${labels.outcome}`, value]))
}

test('plans one job for those that share a transaction, and one for each other', () => {
  const joined = reaction({ on: 'person.joined', name: 'test.joined', run: async () => undefined })
  const plan = planJobs([leaving('one'), outside, leaving('two'), joined])
  assert.deepEqual(Object.fromEntries(plan), {
    'person.updated': [
      { identifier: together, reactions: ['test.one', 'test.two'] },
      { identifier: 'test.outside' },
    ],
    'person.joined': [{ identifier: 'test.joined' }],
  })
})

test('runs them in one transaction, and counts each', async () => {
  const outcomes = await work([leaving('first'), outside, leaving('second')], async () => {
    await house.write('x')
    await until(async () => (await effects('outside')) === 1 && (await effects('second')) === 1, 'they ran')
  })
  assert.equal(transactions.get('first'), transactions.get('second'))
  assert.deepEqual(outcomes, { 'test.first done': 1, 'test.second done': 1, 'test.outside done': 1 })
})

test('one that fails fails alone, and the others are done once', async () => {
  let runs = 0
  const shaky = leaving('shaky', () => {
    runs += 1
    if (runs < 4) throw new Error('not yet')
  })
  const outcomes = await work([leaving('before'), shaky, leaving('after')], async () => {
    await house.write('x')
    await until(async () => {
      await house.hurry()
      return runs === 4
    }, 'it ran four times')
  })
  assert.deepEqual([await effects('before'), await effects('shaky'), await effects('after')], [1, 1, 1])
  assert.deepEqual(outcomes, {
    'test.before done': 1,
    'test.after done': 1,
    // The first time it failed with the others, which is nobody's failure yet.
    'test.shaky failed': 2,
    'test.shaky done': 1,
  })
})

test('what another version planned otherwise becomes a job of its own', async () => {
  const eventId = await house.lastEvent()
  const before = await effects('outside')
  await work([outside, leaving('known')], () =>
    asWorker(`select jobs.add_job($1, $2::json)`, [
      together,
      JSON.stringify({ companyId, eventId, reactions: ['test.known', 'test.outside'] }),
    ]),
  )
  assert.deepEqual([await effects('known'), await effects('outside')], [1, before + 1])
})

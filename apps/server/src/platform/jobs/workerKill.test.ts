import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startRelay } from '../log/relay.ts'
import { kill, sayingOf, startChild } from '../testing/child.ts'
import { silentLog as log, openHouse } from '../testing/house.ts'
import { until } from '../testing/until.ts'
import { reaction } from './reaction.ts'
import { startWorker } from './worker.ts'

const house = await openHouse()
const { pools, bell, asWorker, effects, jobsLeft } = house
after(house.close)

const pulse = { every: 100, silence: 600 }
const inside = reaction({
  on: 'person.updated',
  name: 'test.inside',
  run: async ({ tx, event }) => {
    await tx.run('insert into app.effects (name, event_id) values ($1, $2)', ['inside', event.id])
  },
})
const outside = reaction({
  on: 'person.updated',
  name: 'test.outside',
  runOutside: async () => undefined,
})

test('the job of a killed worker runs again soon after its silence is noticed', async () => {
  const relay = startRelay({ pools, bell, reactions: [inside], log })
  const child = await startChild('workerProcess.ts', house.connection, 'stuck')
  const taken = sayingOf(child, 'taken')
  await house.write('x')
  await taken
  // Let it say once that it lives, so that its silence is what gives it away.
  await until(async () => (await asWorker('select from ops.workers')).length === 1, 'it is entered')
  await kill(child)
  const killedAt = performance.now()
  const worker = startWorker({ pools, bell, reactions: [inside], schedules: [], log, pulse })
  await until(async () => (await effects('inside')) === 1, 'another worker did it')
  const after = performance.now() - killedAt
  // The same sum that keeps the usual pulse below 30 s: silence, one beat, one look; the rest is a busy machine's.
  assert.ok(after > 400 && after < pulse.silence + pulse.every + 15_000, `${after} ms`)
  await worker.stop()
  await relay.stop()
  assert.equal(await jobsLeft(), 0)
  assert.equal((await asWorker('select from ops.workers')).length, 0)
})

test('workers killed at random points: each effect of a transaction once, of the others at least once', async () => {
  const events = 600
  const before = await house.lastEvent()
  const relay = startRelay({ pools, bell, reactions: [inside, outside], log })
  await house.write(...Array.from({ length: events }, (_, at) => String(at)))
  for (let round = 0; round < 4; round++) {
    const child = await startChild('workerProcess.ts', house.connection)
    const goal = (round + 1) * 60
    await until(async () => (await effects('inside')) >= goal, 'it works')
    await pause(Math.random() * 30)
    await kill(child)
  }
  const last = await startChild('workerProcess.ts', house.connection)
  await until(
    async () => {
      await house.hurry()
      return (await jobsLeft()) === 0
    },
    'all is done',
    60_000,
  )
  await kill(last)
  await relay.stop()
  const done = await asWorker<{ name: string; n: number; distinct: number }>(
    `select name, count(*)::int as n, count(distinct event_id)::int as distinct from app.effects
     where event_id > $1 group by 1 order by 1`,
    [before],
  )
  const [once, atLeastOnce] = done
  assert.deepEqual(once, { name: 'inside', n: events, distinct: events })
  assert.equal(atLeastOnce?.distinct, events)
})

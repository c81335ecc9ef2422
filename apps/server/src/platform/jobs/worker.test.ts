import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startRelay } from '../log/relay.ts'
import { openMetrics } from '../metrics.ts'
import { silentLog as log, openHouse } from '../testing/house.ts'
import { until } from '../testing/until.ts'
import { drain, runScheduleNow } from './drain.ts'
import { leave } from './heartbeat.ts'
import { type Reaction, reaction, type Schedule } from './reaction.ts'
import { startWorker } from './worker.ts'

const house = await openHouse()
const { pools, bell, asRelay, asWorker, companyId, effects, jobsLeft } = house
after(house.close)

const pulse = { every: 100, silence: 700 }

const effect = `insert into app.effects (name, event_id) values ($1, $2)`

/** Relay and worker with these reactions, until the work is done. */
async function running(reactions: Reaction[], work: () => Promise<void>, schedules: Schedule[] = []) {
  const metrics = openMetrics()
  const relay = startRelay({ pools, bell, reactions, log })
  const worker = startWorker({ pools, bell, reactions, schedules, log, metrics, pulse })
  try {
    await work()
  } finally {
    await worker.stop()
    await relay.stop()
  }
  const { values } = await metrics.jobs.get()
  return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]))
}

test('runs a reaction in its company, with its event, and records what it causes', async () => {
  const seen: unknown[] = []
  const note = reaction({
    on: 'person.updated',
    name: 'test.note',
    run: async ({ tx, event, record, companyId }) => {
      const [row] = await tx.query<{ cid: string; role: string }>(
        'select app.cid() as cid, current_user as role',
      )
      seen.push(companyId, row?.cid, row?.role, event.data.fields, event.at instanceof Date, event.people)
      await tx.run(effect, ['note', event.id])
      record('person.joined', { type: 'person', id: event.subjectId ?? '' }, {})
    },
  })
  const outcomes = await running([note], async () => {
    await house.write('phone')
    await until(async () => (await jobsLeft()) === 0 && (await effects('note')) === 1, 'it ran')
  })
  assert.deepEqual(seen, [companyId, companyId, 'deskhand_worker', ['phone'], true, []])
  assert.deepEqual(outcomes, { done: 1 })
  const caused = await asRelay<{ causedById: number; actorKind: string; cause: string }>(
    `select e.caused_by_id as "causedById", e.actor_kind as "actorKind", c.name as cause
     from app.events e join app.events c on c.id = e.caused_by_id where e.name = 'person.joined'`,
  )
  assert.deepEqual(
    caused.map(({ actorKind, cause }) => [actorKind, cause]),
    [['system', 'person.updated']],
  )
})

test('what a failing reaction wrote is rolled back; it is tried again, and then it is done once', async () => {
  let runs = 0
  const shaky = reaction({
    on: 'person.updated',
    name: 'test.shaky',
    run: async ({ tx, event }) => {
      await tx.run(effect, ['shaky', event.id])
      runs += 1
      if (runs < 3) throw new Error('not yet')
    },
  })
  const outcomes = await running([shaky], async () => {
    await house.write('x')
    await until(async () => {
      // The waits between tries are not what is tested.
      await house.hurry()
      return (await jobsLeft()) === 0 && runs === 3
    }, 'it ran three times')
  })
  assert.equal(await effects('shaky'), 1)
  assert.deepEqual(outcomes, { done: 1, failed: 2 })
})

test('waits longer after each failure, and stays as a dead letter after its last', async () => {
  const hopeless = reaction({
    on: 'person.updated',
    name: 'test.hopeless',
    run: async () => {
      throw new Error('never')
    },
  })
  const waits: number[] = []
  const outcomes = await running([hopeless], async () => {
    await house.write('x')
    await until(async () => {
      const [job] = await asWorker<{ attempts: number; wait: number; error: string }>(
        `select attempts, extract(epoch from run_at - updated_at)::float8 as wait, last_error as error
         from jobs._private_jobs where locked_at is null and last_error is not null and run_at > now()`,
      )
      if (!job) return false
      waits[job.attempts] ??= job.wait
      await house.hurry()
      return job.attempts === 12 && job.error === 'never'
    }, 'it failed twelve times')
  })
  assert.deepEqual(outcomes, { failed: 11, dead: 1 })
  const [first = 0, second = 0, third = 0] = waits.slice(1)
  assert.ok(first > 1 && second > 2 * first && third > 2 * second, `waits: ${waits}`)
  assert.equal(await jobsLeft(), 1)
  await asWorker('delete from jobs._private_jobs')
})

test('a reaction with the network in it opens its own transactions', async () => {
  const steps: string[] = []
  const mail = reaction({
    on: 'person.updated',
    name: 'test.mail',
    runOutside: async ({ inCompany, event }) => {
      const before = await inCompany(async ({ tx }) => (await tx.query<{ n: number }>('select 1 as n'))[0]?.n)
      steps.push(`read ${before}`)
      await inCompany(async ({ tx }) => void (await tx.run(effect, ['mail', event.id])))
    },
  })
  await running([mail], async () => {
    await house.write('x')
    await until(async () => (await jobsLeft()) === 0 && (await effects('mail')) === 1, 'it ran')
  })
  assert.deepEqual(steps, ['read 1'])
})

test('a worker that was given up for dead keeps nothing of what it does, and begins anew', async () => {
  const gate = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  let runs = 0
  const slow = reaction({
    on: 'person.updated',
    name: 'test.slow',
    runOutside: async ({ inCompany, event }) => {
      runs += 1
      if (runs === 1) {
        reached.resolve()
        await gate.promise
      }
      await inCompany(async ({ tx }) => void (await tx.run(effect, ['slow', event.id])))
    },
  })
  const outcomes = await running([slow], async () => {
    await house.write('x')
    await reached.promise
    const [worker] = await asWorker<{ id: string }>('select id from ops.workers')
    await leave(pools.worker, [worker?.id ?? ''])
    const second = startWorker({ pools, bell, reactions: [slow], schedules: [], log, pulse })
    await until(async () => (await effects('slow')) === 1, 'the second worker did it')
    gate.resolve()
    await until(async () => {
      const now = await asWorker<{ id: string }>('select id from ops.workers')
      return now.length === 2 && now.every(({ id }) => id !== worker?.id)
    }, 'the first began anew')
    await second.stop()
  })
  assert.deepEqual(outcomes, { lost: 1 })
  assert.equal(await effects('slow'), 1)
  assert.equal(await jobsLeft(), 0)
  assert.deepEqual(await asWorker('select from ops.workers'), [])
})

test('begins anew when the database drops its connections in the middle', async () => {
  const steady = reaction({
    on: 'person.updated',
    name: 'test.steady',
    run: async ({ tx, event }) => {
      await tx.run(effect, ['steady', event.id])
      await tx.run('select pg_sleep(0.01)')
    },
  })
  const before = await house.lastEvent()
  await running([steady], async () => {
    for (let round = 0; round < 3; round++) {
      await house.write(...Array.from({ length: 50 }, (_, at) => `${round} ${at}`))
      await until(async () => (await effects('steady')) > round * 50 + 5, 'some of them ran')
      await house.cut()
    }
    await until(
      async () => {
        await house.hurry()
        return (await effects('steady')) === 150 && (await jobsLeft()) === 0
      },
      'all ran',
      20_000,
    )
  })
  const [twice] = await asWorker<{ n: number }>(
    `select count(*)::int as n from (select event_id from app.effects where name = 'steady' and event_id > $1
     group by 1 having count(*) > 1) x`,
    [before],
  )
  assert.equal(twice?.n, 0)
})

test('stops only when what runs is done', async () => {
  let isDone = false
  const started = Promise.withResolvers<void>()
  const long = reaction({
    on: 'person.updated',
    name: 'test.long',
    run: async ({ tx }) => {
      started.resolve()
      await tx.run('select pg_sleep(0.3)')
      isDone = true
    },
  })
  await running([long], async () => {
    await house.write('x')
    await started.promise
  })
  assert.ok(isDone)
  assert.equal(await jobsLeft(), 0)
})

test('a schedule runs once for each active company, with its zone', async () => {
  const nowhere = '0190a000-0000-7000-8000-000000000001'
  await pools.platform.query(
    `insert into app.companies (company_id, name, slug, zone, state) values ($1, 'Asleep', 'asleep', 'UTC', 'SUSPENDED')`,
    [nowhere],
  )
  const ran: string[] = []
  const nightly: Schedule = {
    name: 'test.nightly',
    cron: '0 3 * * *',
    run: async ({ companyId, zone, now }) => {
      ran.push(companyId, zone, typeof now.getTime())
    },
  }
  await running([], async () => {
    await pools.worker.query(`select from jobs.add_job('test.nightly')`)
    await until(async () => ran.length === 3 && (await jobsLeft()) === 0, 'it ran')
    assert.deepEqual(await asWorker('select identifier from jobs._private_known_crontabs'), [
      { identifier: 'test.nightly' },
    ])
  }, [nightly])
  assert.deepEqual(ran, [companyId, 'UTC', 'number'])
  await runScheduleNow(pools, nightly)
  await drain({ pools, bell, reactions: [], schedules: [nightly] })
  assert.equal(ran.length, 6)
})

test('drain runs everything there is, in this process, and throws what failed', async () => {
  const chain = reaction({
    on: 'person.updated',
    name: 'test.chain',
    run: async ({ event, record }) =>
      record('person.joined', { type: 'person', id: event.subjectId ?? '' }, {}),
  })
  const end = reaction({
    on: 'person.joined',
    name: 'test.end',
    run: async ({ tx, event }) => void (await tx.run(effect, ['end', event.id])),
  })
  await drain({ pools, bell, reactions: [chain, end] })
  const before = await effects('end')
  await house.write('a', 'b')
  await drain({ pools, bell, reactions: [chain, end] })
  assert.equal(await effects('end'), before + 2)
  assert.equal(await jobsLeft(), 0)
  const broken = reaction({
    on: 'person.updated',
    name: 'test.broken',
    run: async () => {
      throw new Error('broken')
    },
  })
  await house.write('c')
  await assert.rejects(drain({ pools, bell, reactions: [broken] }), /broken/)
  await asWorker('delete from jobs._private_jobs')
})

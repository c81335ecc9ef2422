import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { planJobs } from '../jobs/plan.ts'
import { reaction } from '../jobs/reaction.ts'
import { silentLog as log, openHouse } from '../testing/house.ts'
import { until } from '../testing/until.ts'
import { startRelay } from './relay.ts'
import { openRelaySteps } from './relayStep.ts'

const house = await openHouse()
const { pools, bell, asRelay, asWorker, cursor, companyId, personId } = house
const lastId = house.lastEvent
after(house.close)

const note = reaction({ on: 'person.updated', name: 'test.note', run: async () => undefined })
const again = reaction({
  on: ['person.updated', 'person.joined'],
  name: 'test.again',
  run: async () => undefined,
})
const mailed = reaction({ on: 'person.updated', name: 'test.mailed', runOutside: async () => undefined })

const jobs = () =>
  asWorker<{ task: string; event: number; reactions: string[] | null; tries: number }>(
    `select t.identifier as task, (j.payload->>'eventId')::bigint as event, j.payload->'reactions' as reactions,
       j.max_attempts as tries
     from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id order by 2, 1`,
  )
/** Leads a transaction by hand, to decide when it commits. */
async function openHand() {
  const client = await pools.app.connect()
  await client.query(`begin; set local app.company_id = '${companyId}'`)
  const insert = () =>
    client.query(
      `insert into app.events (company_id, name, subject_type, subject_id, audience, actor_kind)
       values ($1, 'person.updated', 'person', $2, 'staff', 'system')`,
      [companyId, personId],
    )
  const end = async (how: 'commit' | 'rollback') => {
    await client.query(how)
    client.release()
  }
  return { insert, end }
}

async function stepper(plan = planJobs([note])) {
  const client = await pools.relay.connect()
  return { step: openRelaySteps(client, plan), done: () => client.release() }
}

test('makes one job of the reactions that share a transaction and one of each other, and moves on', async () => {
  const moved = Promise.withResolvers<void>()
  const deafen = bell.on('moved', moved.resolve)
  const relay = startRelay({ pools, bell, reactions: [note, mailed, again], log })
  await house.write('a', 'b')
  await moved.promise
  await until(async () => (await cursor()) === (await lastId()), 'the cursor is at the end')
  deafen()
  await relay.stop()
  const made = await jobs()
  assert.deepEqual(
    made.map(({ task, reactions }) => [task, reactions]),
    [...Array(2)].flatMap(() => [
      ['event.react', ['test.note', 'test.again']],
      ['test.mailed', null],
    ]),
  )
  assert.equal(made[0]?.tries, 12)
})

test('lets what follows from a large operation wait, and from a small one not', async () => {
  const { step, done } = await stepper()
  while ((await step()) === 'moved');
  const before = await lastId()
  const client = await pools.app.connect()
  await client.query(`begin; set local app.company_id = '${companyId}'`)
  for (const count of [39, 40])
    await client.query(
      `insert into app.events (company_id, name, subject_type, subject_id, audience, actor_kind, operation_id)
       select $1, 'person.updated', 'person', $2, 'staff', 'system', $3 from generate_series(1, ${count})`,
      [companyId, personId, randomUUID()],
    )
  await client.query('commit')
  client.release()
  await until(async () => (await step()) === 'idle', 'all of them are jobs')
  done()
  const late = await asWorker<{ count: number; late: number }>(
    `select count(*)::int as count, count(*) filter (where run_at > now() + interval '5 seconds')::int as late
     from jobs._private_jobs where (payload->>'eventId')::bigint > $1`,
    [before],
  )
  assert.deepEqual(late, [{ count: 79, late: 40 }])
})

test('refuses two reactions of one name', () => {
  assert.throws(
    () => startRelay({ pools, bell, reactions: [note, note], log }),
    /Two reactions are called test.note/,
  )
})

test('waits at a gap that may still be filled, and keeps the order', async () => {
  const before = await lastId()
  const { step, done } = await stepper()
  const slow = await openHand()
  await slow.insert()
  await house.write('behind the gap')
  assert.equal(await step(), 'waiting')
  assert.equal(await step(), 'waiting')
  assert.equal(await cursor(), before)
  await slow.end('commit')
  assert.equal(await step(), 'moved')
  assert.equal(await cursor(), before + 2)
  assert.equal(await step(), 'idle')
  done()
})

test('goes past a gap that was rolled back, once nobody can fill it any more', async () => {
  const before = await lastId()
  const { step, done } = await stepper()
  const slow = await openHand()
  await slow.insert()
  await house.write('one', 'two')
  assert.equal(await step(), 'waiting')
  await slow.end('rollback')
  await until(async () => (await step()) === 'idle', 'the gap is dead')
  assert.equal(await cursor(), before + 3)
  done()
})

test('does not take a gap for dead while its transaction has only drawn the id', async () => {
  const before = await lastId()
  const { step, done } = await stepper()
  const slow = await openHand()
  await slow.insert()
  await house.write('one')
  const other = await openHand()
  await other.insert()
  await house.write('two')
  assert.equal(await step(), 'waiting')
  // Younger transactions come and go; only the older one counts.
  await other.end('rollback')
  assert.equal(await step(), 'waiting')
  assert.equal(await cursor(), before)
  await slow.end('commit')
  await until(async () => (await step()) === 'idle', 'the log is at its end')
  assert.equal(await cursor(), before + 4)
  done()
})

test('two at once make no job twice', async () => {
  const before = (await jobs()).length
  const one = await stepper()
  const two = await stepper()
  await one.step()
  await two.step()
  await house.write('x', 'y', 'z')
  await Promise.all([one.step(), two.step()])
  await until(
    async () => (await one.step()) === 'idle' && (await two.step()) === 'idle',
    'both are at the end',
  )
  assert.equal((await jobs()).length, before + 3)
  one.done()
  two.done()
})

test('takes a flood in batches of a thousand', async () => {
  const { step, done } = await stepper()
  await until(async () => (await step()) === 'idle', 'the log is at its end')
  const before = await lastId()
  await house.write(...Array.from({ length: 2_500 }, (_, at) => String(at)))
  assert.equal(await step(), 'moved')
  assert.equal(await cursor(), before + 1_000)
  assert.equal(await step(), 'moved')
  assert.equal(await step(), 'moved')
  assert.equal(await cursor(), before + 2_500)
  done()
})

test('only one leads; another takes over when it goes; both live through lost connections', async () => {
  const one = startRelay({ pools, bell, reactions: [note], log })
  const two = startRelay({ pools, bell, reactions: [note], log })
  const leaders = () =>
    asRelay<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) and granted`,
    )
  await until(async () => (await leaders()).length === 1, 'one leads')
  const [leader] = await leaders()
  await asRelay('select pg_terminate_backend($1)', [leader?.pid])
  await house.write('after the loss')
  await until(async () => (await cursor()) === (await lastId()), 'somebody leads again')
  await until(async () => (await leaders()).length === 1, 'and nobody else')
  await one.stop()
  await house.write('after the end of one')
  await until(async () => (await cursor()) === (await lastId()), 'the other leads')
  await two.stop()
  await until(async () => (await leaders()).length === 0, 'nobody leads')
})

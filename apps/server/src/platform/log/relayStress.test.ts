import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type Tx, transact } from '../db/transaction.ts'
import { kill, startChild } from '../testing/child.ts'
import { openHouse } from '../testing/house.ts'
import { until } from '../testing/until.ts'
import { Bell } from './bell.ts'
import { openRecord } from './record.ts'

const house = await openHouse()
const { pools, companyId, asRelay, asWorker } = house
const bell = new Bell(house.connection)
await bell.open()
after(async () => {
  await bell.close()
  await house.close()
})

const lasts = 5_000
const subjects = Array.from({ length: 5 }, () => randomUUID())
const whose = { companyId, personId: null }
const chance = (share: number) => Math.random() < share
class OnPurpose extends Error {}

/** Changes a subject after others changed it: whoever holds its row last must come last in the log. */
async function change(subject: string) {
  const { record, write } = openRecord(() => ({ actorId: null, actorName: null, actorKind: 'system' }))
  const work = async (tx: Tx) => {
    if (chance(0.3)) await tx.run('select pg_sleep(random() * 0.01)')
    const [row] = await tx.query<{ value: number }>(
      'update app.counters set value = value + 1 where company_id = $1 and name = $2 returning value',
      [companyId, subject],
    )
    if (chance(0.2)) await tx.run('select pg_sleep(random() * 0.02)')
    record('person.updated', { type: 'person', id: subject }, { fields: [String(row?.value)] })
    write(tx)
    // Its id is drawn and not yet committed: others overtake it, and some leave a gap for ever.
    if (chance(0.3)) await tx.run('select pg_sleep(random() * 0.02)')
    if (chance(0.15)) throw new OnPurpose()
  }
  await transact(pools.app, whose, work).catch((error: unknown) => {
    if (!(error instanceof OnPurpose)) throw error
  })
  bell.ring('wrote')
}

test('eight writers and relays that are killed: nothing skipped, nothing twice, nothing out of order', async () => {
  await transact(pools.app, whose, (tx) =>
    tx.run('insert into app.counters (company_id, name) select $1, unnest($2::text[])', [
      companyId,
      subjects,
    ]),
  )
  const end = performance.now() + lasts
  let kills = 0
  // A busy machine gets more time, but not for ever, until enough was killed to mean something.
  const isOver = () => performance.now() > (kills > 4 ? end : end + 25_000)

  const writer = async () => {
    while (!isOver()) {
      await change(subjects[Math.floor(Math.random() * subjects.length)] ?? '')
      if (chance(0.2)) await pause(Math.random() * 5)
    }
  }
  const killer = async () => {
    const relays = [
      await startChild('relayProcess.ts', house.connection),
      await startChild('relayProcess.ts', house.connection),
    ]
    for (let turn = 0; !isOver(); turn++) {
      await pause(150 + Math.random() * 300)
      const [old] = relays.splice(turn % 2, 1)
      if (old) await kill(old)
      kills += 1
      relays.push(await startChild('relayProcess.ts', house.connection))
    }
    await until(async () => (await house.cursor()) === (await house.lastEvent()), 'the relay came to the end')
    for (const relay of relays) await kill(relay)
  }
  // Reads what the sockets would read: never past the cursor, never again what lies behind.
  const followed: number[] = []
  const follow = async () => {
    const rows = await asRelay<{ id: number }>(
      `select id from app.events where id > $1 and id <= (select id from ops.cursors where name = 'relay') order by id`,
      [followed.at(-1) ?? 0],
    )
    followed.push(...rows.map(({ id }) => id))
  }
  const follower = async () => {
    while (!isOver()) {
      await follow()
      await pause(5)
    }
  }
  await Promise.all([killer(), follower(), ...Array.from({ length: 8 }, writer)])
  await follow()

  const written = await asRelay<{ id: number; subject: string; version: number }>(
    `select id, subject_id as subject, (data->'fields'->>0)::int as version from app.events order by id`,
  )
  const ids = written.map(({ id }) => id)
  const jobs = await asWorker<{ id: number }>(
    `select (payload->>'eventId')::bigint as id from jobs._private_jobs order by 1`,
  )
  assert.deepEqual(
    jobs.map(({ id }) => id),
    ids,
    'one job for each event',
  )
  assert.deepEqual(followed, ids, 'whoever follows the cursor sees each event once, in order')
  for (const subject of subjects) {
    const versions = written.filter((event) => event.subject === subject).map(({ version }) => version)
    assert.deepEqual(
      versions,
      versions.map((_, at) => at + 1),
      'causes come before effects',
    )
  }
  const gaps = (ids.at(-1) ?? 0) - ids.length
  assert.ok(ids.length > 500 && gaps > 50 && kills > 4, `${ids.length} events, ${gaps} gaps, ${kills} kills`)
})

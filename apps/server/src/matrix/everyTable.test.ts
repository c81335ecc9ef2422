import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type Desk, openDesk } from '../testing/desk.ts'
import { elena, olga } from '../testing/people.ts'
import { fillBoth, type Table } from './bothFilled.ts'

/** The database alone, with no code of ours before it: in the name of one company nothing reaches another's rows. */
let desk: Desk
let admin: pg.Client
let tables: Table[]
let ours: string
let theirs: string
before(async () => {
  desk = await openDesk()
  ours = (await desk.who(elena)).companyId
  theirs = (await desk.who(olga)).companyId
  admin = new pg.Client(desk.database.connection)
  await admin.connect()
  tables = await fillBoth(admin, [ours, theirs])
})
after(async () => {
  await admin.end()
  await desk.close()
})

/** What somebody who speaks for our company might try on a row of theirs. */
function tries({ name, columns, key, row }: Table): [what: string, sql: string, values: unknown[]][] {
  const table = `app.${name}`
  const list = columns.join(', ')
  const insert = `insert into ${table} (${list}) select ${list} from jsonb_populate_record(null::${table}, $1)`
  return [
    ['select', `select from ${table} where company_id = $1`, [theirs]],
    ['update', `update ${table} set company_id = company_id where company_id = $1`, [theirs]],
    ['give away', `update ${table} set company_id = $1 where company_id = $2`, [theirs, ours]],
    ['take over', `update ${table} set company_id = $1 where company_id = $2`, [ours, theirs]],
    ['delete', `delete from ${table} where company_id = $1`, [theirs]],
    [
      'merge',
      `merge into ${table} t using (values ($1::uuid)) s (id) on t.company_id = s.id when matched then delete`,
      [theirs],
    ],
    ['insert', insert, [row]],
    [
      'upsert',
      `${insert} on conflict (${key.join(', ')}) do update set company_id = excluded.company_id`,
      [row],
    ],
  ]
}

/** Those tries that came through, or failed for another reason than that it may not be; nothing of it stays. */
async function trespasses(role: 'app' | 'worker', company: string | null): Promise<string[]> {
  const found: string[] = []
  const client = await desk.database.pools[role].connect()
  try {
    await client.query('begin')
    if (company) await client.query(`set local app.company_id = '${company}'`)
    for (const table of tables) {
      for (const [what, sql, values] of tries(table)) {
        await client.query('savepoint here')
        const outcome = await client.query(sql, values).then(
          ({ rowCount }) => rowCount ?? 0,
          (error: pg.DatabaseError) => (error.code === '42501' ? 0 : error.code),
        )
        if (outcome !== 0) found.push(`${what} ${table.name}: ${outcome}`)
        await client.query('rollback to here')
      }
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
  return found
}

test('the catalogue names every table', () => assert.ok(tables.length >= 80))

for (const role of ['app', 'worker'] as const) {
  test(`as ${role}, nothing of theirs is read, written, merged or moved`, async () => {
    assert.deepEqual(await trespasses(role, ours), [])
  })
  test(`as ${role}, in nobody’s name, nothing is there at all`, async () => {
    assert.deepEqual(await trespasses(role, null), [])
  })
}

test('with the policies off, the same tries come through: it is they that refuse', async () => {
  const policies = async (what: 'enable' | 'disable') => {
    for (const { name } of tables) await admin.query(`alter table app.${name} ${what} row level security`)
  }
  await policies('disable')
  const found = await trespasses('worker', ours)
  for (const { name } of tables) {
    assert.ok(
      found.some((line) => line.startsWith(`select ${name}:`)),
      name,
    )
    // The log and what is like it is only ever added to, whoever asks.
    const { rows } = await admin.query<{ may: boolean }>(
      `select has_table_privilege('deskhand_worker', 'app.${name}', 'DELETE') as may`,
    )
    if (rows[0]?.may)
      assert.ok(
        found.some((line) => line.startsWith(`delete ${name}:`)),
        name,
      )
  }
  await policies('enable')
  assert.deepEqual(await trespasses('worker', ours), [])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { kill, startChild } from '../testing/child.ts'
import { freshDatabase, type TestDatabase, testSecret } from '../testing/database.ts'
import { until } from '../testing/until.ts'
import { migrate, pendingMigrations } from './migrate.ts'

let whole: TestDatabase
let admin: pg.Client
let client: pg.Client
const name = `half_${process.pid}_${Date.now().toString(36)}`
before(async () => {
  whole = await freshDatabase()
  admin = new pg.Client({ ...whole.connection, database: 'postgres' })
  await admin.connect()
  await admin.query(`create database ${name}`)
  client = new pg.Client({ ...whole.connection, database: name })
  await client.connect()
})
after(async () => {
  await client.end()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
  await whole.close()
})

/** Everything that the migrations make, as the catalogue has it. */
const made = `
  select 'column' as kind, table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as what
  from information_schema.columns where table_schema in ('app', 'audit', 'auth', 'jobs', 'ops')
  union all select 'policy', schemaname || '.' || tablename || '.' || policyname from pg_policies
  union all select 'index', schemaname || '.' || indexname from pg_indexes where schemaname in ('app', 'auth', 'jobs', 'ops')
  union all select 'function', p.oid::regprocedure::text from pg_proc p
    where p.pronamespace in (select oid from pg_namespace where nspname in ('app', 'app_priv', 'jobs'))
  union all select 'invalid index', indexrelid::regclass::text from pg_index where not indisvalid
  order by 1, 2`
const ran = async () => {
  const there = await client.query(`select to_regclass('public.deskhand_migrations') is not null as is_there`)
  if (!there.rows[0]?.['is_there']) return 0
  const { rows } = await client.query('select count(*)::int as count from public.deskhand_migrations')
  return Number(rows[0]?.['count'])
}

test('a migration that is killed at any point is finished by the next start, with nothing to do by hand', async () => {
  const connection = { ...whole.connection, database: name }
  const files = (await pendingMigrations(client)).length
  for (const share of [0.05, 0.4, 0.8, 1]) {
    const child = await startChild('migrateProcess.ts', connection)
    const enough = Math.floor(files * share)
    await until(async () => (await ran()) >= enough, `${enough} of ${files} migrations ran`)
    await kill(child)
    // Whatever was committed is whole: a file and its name come together.
    assert.equal((await pendingMigrations(client)).length, files - (await ran()))
  }
  await migrate(connection, testSecret)
  assert.deepEqual(await pendingMigrations(client), [])
  const reference = new pg.Client(whole.connection)
  await reference.connect()
  try {
    const [finished, unbroken] = [(await client.query(made)).rows, (await reference.query(made)).rows]
    assert.ok(finished.length > 1_000)
    assert.deepEqual(finished, unbroken)
  } finally {
    await reference.end()
  }
  assert.deepEqual(await migrate(connection, testSecret), [], 'another start finds nothing to do')
})

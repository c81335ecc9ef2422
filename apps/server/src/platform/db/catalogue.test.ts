import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { freshDatabase, type TestDatabase } from '../testing/database.ts'
import { loginRoles } from './roles.ts'

let database: TestDatabase
let client: pg.Client

before(async () => {
  database = await freshDatabase()
  client = new pg.Client(database.connection)
  await client.connect()
})
after(async () => {
  await client.end()
  await database.close()
})

const names = async (sql: string): Promise<string[]> =>
  (await client.query<{ name: string }>(sql)).rows.map(({ name }) => name)

const tables = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind in ('r', 'p')`

test('every table of a company has row-level security enabled and forced', async () => {
  assert.deepEqual(
    await names(`select c.relname as name ${tables} and not (c.relrowsecurity and c.relforcerowsecurity)`),
    [],
  )
  assert.ok((await names(`select c.relname as name ${tables}`)).length >= 15)
})

test('every table of a company has a company that is never null', async () => {
  assert.deepEqual(
    await names(`select c.relname as name ${tables} and not exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and a.attnotnull)`),
    [],
  )
})

test('every table has a restrictive policy on the company, for reading and for writing', async () => {
  assert.deepEqual(
    await names(`select c.relname as name ${tables} and not exists (
      select from pg_policies p where p.schemaname = 'app' and p.tablename = c.relname and p.permissive = 'RESTRICTIVE'
        and p.cmd = 'ALL' and p.qual like '%company_id = %app.cid()%' and p.with_check like '%company_id = %app.cid()%'
        and p.roles @> '{deskhand_app,deskhand_auth,deskhand_worker}')`),
    [],
  )
})

test('whoever has a wide policy is a role for that, never the API or the worker', async () => {
  const wide = await names(`select distinct unnest(p.roles)::text as name from pg_policies p
    where p.schemaname = 'app' and p.permissive = 'PERMISSIVE' and p.policyname <> 'base'`)
  assert.deepEqual(wide.sort(), ['deskhand_platform', 'deskhand_relay', 'deskhand_search'])
})

test('every key starts with the company, except the log’s own order', async () => {
  assert.deepEqual(
    await names(`select format('%s.%s', c.relname, k.conname) as name ${tables.replace('where', 'join pg_constraint k on k.conrelid = c.oid where')}
      and k.contype in ('p', 'u', 'f') and (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1]) <> 'company_id'`),
    [],
  )
  assert.deepEqual(
    await names(
      `select i.indexname as name from pg_indexes i where i.schemaname = 'app' and i.indexdef !~ '\\(company_id'`,
    ),
    ['events_id'],
  )
})

test('nobody who signs in owns anything, bypasses policies, truncates or makes things', async () => {
  const roles = Object.keys(loginRoles)
    .map((role) => `'${role}'`)
    .join(', ')
  assert.deepEqual(
    await names(`select rolname as name from pg_roles where rolname in (${roles})
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`),
    [],
  )
  assert.deepEqual(
    await names(
      `select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in (${roles})`,
    ),
    [],
  )
  assert.deepEqual(
    await names(`select format('%s for %s', c.relname, r.rolname) as name ${tables.replace('where', `cross join pg_roles r where r.rolname in (${roles}) and`)}
      and (has_table_privilege(r.oid, c.oid, 'TRUNCATE') or has_table_privilege(r.oid, c.oid, 'REFERENCES') or has_table_privilege(r.oid, c.oid, 'TRIGGER'))`),
    [],
  )
  assert.deepEqual(
    await names(`select r.rolname as name from pg_roles r where r.rolname in (${roles}) and
      (has_database_privilege(r.oid, current_database(), 'CREATE') or has_database_privilege(r.oid, current_database(), 'TEMP'))`),
    [],
  )
})

test('the log can be written and read, never changed', async () => {
  assert.deepEqual(
    await names(`select r.rolname as name from pg_roles r where r.rolname like 'deskhand_%' and r.rolcanlogin and r.rolname <> 'deskhand'
      and (has_table_privilege(r.oid, 'app.events', 'UPDATE') or has_table_privilege(r.oid, 'app.events', 'DELETE'))`),
    [],
  )
})

test('only sign-in may touch accounts, sessions and tokens', async () => {
  assert.deepEqual(
    await names(`select distinct r.rolname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join pg_roles r
      where n.nspname = 'auth' and c.relkind = 'r' and r.rolcanlogin and r.rolname like 'deskhand\\_%' and has_table_privilege(r.oid, c.oid, 'SELECT')`),
    ['deskhand_auth'],
  )
})

test('functions that see more belong to a role for that and keep to the company', async () => {
  const { rows } = await client.query<{
    name: string
    owner: string
    source: string
    config: string[] | null
  }>(`
    select p.proname as name, r.rolname as owner, p.prosrc as source, p.proconfig as config
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
    where n.nspname in ('app', 'app_priv', 'auth', 'ops') and p.prosecdef`)
  for (const { name, owner, source, config } of rows) {
    assert.ok(
      config?.some((setting) => setting.startsWith('search_path=')),
      name,
    )
    // Counts for the planner, reads nothing and answers nothing.
    if (name === 'analyze') continue
    assert.equal(owner, 'deskhand_search', name)
    assert.match(source, /app\.cid\(\)/, name)
  }
  assert.ok(rows.length > 0)
})

test('there are no views that forget who looks, and no materialised ones', async () => {
  assert.deepEqual(
    await names(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app', 'auth', 'ops') and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false))`),
    [],
  )
})

test('a statement smuggled into a query cannot speak for another company', async () => {
  const { app } = database.pools
  const refused = { code: '42501' }
  await assert.rejects(
    app.query(`select set_config('app.company_id', gen_random_uuid()::text, true)`),
    refused,
  )
  await assert.rejects(
    app.query(`update pg_settings set setting = gen_random_uuid()::text where name = 'app.company_id'`),
    refused,
  )
  await client.query(`select set_config('app.company_id', '', false)`)
})

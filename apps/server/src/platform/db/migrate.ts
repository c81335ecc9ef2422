import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import type { Connection } from './connection.ts'
import { locks } from './locks.ts'
import { refuseForeignRoles } from './neighbours.ts'
import { makeRoles } from './roles.ts'

const folder = join(import.meta.dirname, '../../../migrations')

/**
 * Brings the database up to date: roles, numbered SQL files (forward only, each in a transaction), the job
 * queue's own tables. Safe to call from several processes at once. Answers the names of the files it ran.
 * `takesRoles`: gives the roles our passwords although another database of this PostgreSQL has others for them.
 */
export async function migrate(
  connection: Connection,
  secret: string,
  { takesRoles = false } = {},
): Promise<string[]> {
  const client = new pg.Client({ ...connection, application_name: 'deskhand migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [locks.migrate])
    if (!takesRoles) await refuseForeignRoles(client, connection, secret)
    await makeRolesInPeace(client, secret)
    const ran = await runFiles(client)
    await migrateQueue(connection, client)
    return ran
  } finally {
    await client.end()
  }
}

/** Roles belong to the whole cluster: somebody who migrates another database of it may be at them too. */
async function makeRolesInPeace(client: pg.Client, secret: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await makeRoles(client, secret)
    } catch (error) {
      const isCollision = error instanceof Error && /tuple concurrently/.test(error.message)
      if (!isCollision || tries === 20) throw error
      await pause(20 + Math.random() * 80)
    }
  }
}

/** The files that have not run in this database yet. Needs the migrating account, and changes nothing. */
export async function pendingMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ isThere: boolean }>(
    `select to_regclass('public.deskhand_migrations') is not null as "isThere"`,
  )
  const done = rows[0]?.isThere
    ? await client.query<{ name: string }>('select name from public.deskhand_migrations')
    : { rows: [] }
  const names = new Set(done.rows.map(({ name }) => name))
  return (await migrationFiles()).filter((name) => !names.has(name))
}

const migrationFiles = async () =>
  (await readdir(folder)).filter((file) => /^\d{4}_.*\.sql$/.test(file)).sort()

async function runFiles(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists public.deskhand_migrations (name text primary key, hash text not null, ran_at timestamptz not null default now())',
  )
  const done = new Map(
    (
      await client.query<{ name: string; hash: string }>('select name, hash from public.deskhand_migrations')
    ).rows.map((row) => [row.name, row.hash]),
  )
  const ran: string[] = []
  for (const name of await migrationFiles()) {
    const sql = await readFile(join(folder, name), 'utf8')
    const hash = createHash('sha256').update(sql).digest('hex')
    const before = done.get(name)
    if (before === hash) continue
    if (before) throw new Error(`Migration ${name} was changed after it ran here. Write a new one instead.`)
    await client.query('begin')
    try {
      await client.query(sql)
      await client.query('insert into public.deskhand_migrations (name, hash) values ($1, $2)', [name, hash])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
    ran.push(name)
  }
  return ran
}

/**
 * graphile-worker makes its tables itself and enables row-level security on them without policies, so that
 * only their owner would see rows: the worker and the relay get policies here, anew after each of its migrations.
 */
async function migrateQueue(connection: Connection, client: pg.Client): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1, options: '-c role=deskhand_owner' })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    await runMigrations({ pgPool: pool, schema: 'jobs' })
  } finally {
    await pool.end()
  }
  await client.query(`
    set role deskhand_owner;
    grant usage on schema jobs to deskhand_worker, deskhand_relay;
    grant select, insert, update, delete on all tables in schema jobs to deskhand_worker, deskhand_relay;
    grant usage on all sequences in schema jobs to deskhand_worker, deskhand_relay;
    grant execute on all functions in schema jobs to deskhand_worker, deskhand_relay;
    do $$ declare t text; begin
      for t in select c.relname from pg_class c where c.relnamespace = 'jobs'::regnamespace and c.relkind = 'r' and c.relrowsecurity
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'deskhand')
      loop execute format('create policy deskhand on jobs.%I to deskhand_worker, deskhand_relay using (true) with check (true)', t); end loop;
    end $$;
    reset role;`)
}

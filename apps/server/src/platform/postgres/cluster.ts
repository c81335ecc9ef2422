import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { type Binaries, program } from './binaries.ts'
import type { Keys } from './place.ts'
import { giveTo, type Standing } from './standing.ts'

/** How to reach the database; `host` is a folder with a unix socket, or a name. */
export type Connection = { host: string; port: number; user: string; password: string; database: string }

/** Nothing of our environment reaches PostgreSQL but what it needs to find programs. */
export const cleanEnvironment = {
  PATH: process.env['PATH'],
  ...(process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {}),
  LC_ALL: 'C',
  TZ: 'UTC',
}

/** Makes the cluster aside and moves it in place when whole, so that being killed in between leaves no ruin. */
export async function makeCluster(keys: Keys, binaries: Binaries, standing: Standing, durable: boolean) {
  const draft = `${keys.cluster}.new`
  const passwordFile = `${keys.cluster}.pw`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  await writeFile(passwordFile, keys.superuserPassword, { mode: 0o600 })
  try {
    await giveTo(draft, standing)
    await giveTo(passwordFile, standing)
    await run(standing, program(binaries, 'initdb'), [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ])
    await rename(draft, keys.cluster)
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

/** Refuses a cluster of another major version with a sentence; answers whether there is one at all. */
export async function hasCluster(cluster: string, binaries: Binaries) {
  const file = join(cluster, 'PG_VERSION')
  if (!existsSync(file)) return false
  const kept = (await readFile(file, 'utf8')).trim()
  const ours = binaries.version.split('.')[0]
  if (kept === ours) return true
  throw new Error(
    `${cluster} was made by PostgreSQL ${kept}, and this Deskhand brings ${ours}. Make a backup with the ` +
      'Deskhand that made it and restore it into a new data folder.',
  )
}

/** A question to the running server as its superuser; undefined when it does not answer or it is another one. */
export async function answers(keys: Keys, host: string, port: number) {
  const client = superuser(keys, host, port, 'postgres', 5_000)
  try {
    await client.connect()
    const { rows } = await client.query(
      `select current_setting('data_directory') folder,
              exists (select from pg_database where datname = 'deskhand') "isComplete"`,
    )
    return rows[0].folder === keys.cluster ? { isComplete: rows[0].isComplete === true } : undefined
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * The product's own login: it may make roles and databases, but is neither superuser nor above row-level
 * security, so that it walks the same path as on a foreign server.
 */
export async function makeAccount(keys: Keys, host: string, port: number) {
  const client = superuser(keys, host, port, 'postgres')
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_roles where rolname = 'deskhand'`)
    await client.query(
      `${rowCount ? 'alter' : 'create'} role deskhand
       login createrole createdb nosuperuser nobypassrls password '${keys.password}'`,
    )
    // In the template, so that every database of this cluster begins with it.
    await closeSetConfig(keys, host, port, 'template1')
    await client.query('create database deskhand owner deskhand')
  } finally {
    await client.end()
  }
}

/**
 * With `set_config` a statement smuggled into a query could speak for another company. Whoever migrates keeps it,
 * because backups call it.
 */
export async function closeSetConfig(keys: Keys, host: string, port: number, database: string) {
  const client = superuser(keys, host, port, database)
  await client.connect()
  try {
    await client.query(`do $$ begin
      if has_function_privilege('public', 'pg_catalog.set_config(text, text, boolean)', 'execute') then
        grant execute on function pg_catalog.set_config(text, text, boolean) to deskhand;
        revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
      end if;
    end $$`)
  } finally {
    await client.end()
  }
}

export function connectionOf(keys: Keys, host: string, port: number): Connection {
  return { host, port, user: 'deskhand', password: keys.password, database: 'deskhand' }
}

/** A slow machine that has just made its cluster takes its time; a mere question is asked again instead. */
function superuser(keys: Keys, host: string, port: number, database: string, patience = 60_000) {
  const client = new Client({
    host,
    port,
    database,
    user: 'postgres',
    password: keys.superuserPassword,
    connectionTimeoutMillis: patience,
  })
  client.on('error', () => undefined)
  return client
}

async function run(standing: Standing, file: string, args: string[]) {
  const [command = '', ...rest] = [...standing.prefix, file, ...args]
  const child = spawn(command, rest, {
    cwd: '/',
    env: cleanEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    ...standing.switchTo,
  })
  let said = ''
  const listen = (piece: Buffer) => {
    said += piece.toString()
  }
  child.stdout.on('data', listen)
  child.stderr.on('data', listen)
  const code = await new Promise((resolve, reject) => {
    child.on('close', resolve)
    child.on('error', reject)
  })
  if (code !== 0)
    throw new Error(`PostgreSQL could not make its cluster (${file}, code ${code}):\n${said.trim()}`)
}

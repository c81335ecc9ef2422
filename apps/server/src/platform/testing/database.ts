import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Connection } from '../db/connection.ts'
import { locks } from '../db/locks.ts'
import { migrate } from '../db/migrate.ts'
import { closePools, openPools, type Pools } from '../db/pools.ts'
import { testConnection } from '../postgres/testCluster.ts'

/** The secret of every test installation. */
export const testSecret = 'a secret for tests alone, never used elsewhere'

export type TestDatabase = { connection: Connection; pools: Pools; close: () => Promise<void> }

/** Fills a template once; its version names the template, so that a change makes a new one. */
export type Filling = { version: string; fill: (connection: Connection) => Promise<void> }

/**
 * A database of its own for one test file: cloned from a template that was migrated (and filled) once for
 * the whole run.
 */
export async function freshDatabase(filling?: Filling): Promise<TestDatabase> {
  const cluster = await testConnection()
  const admin = new pg.Client(cluster)
  await admin.connect()
  const template = `template_${migrationsHash(filling?.version ?? '')}`
  const name = `test_${process.pid}_${Date.now().toString(36)}_${Math.floor(performance.now() * 1000).toString(36)}`
  try {
    await admin.query('select pg_advisory_lock($1)', [locks.template])
    const there = await admin.query('select from pg_database where datname = $1 and datistemplate', [
      template,
    ])
    if (there.rowCount === 0) {
      await admin.query(`drop database if exists ${template}`)
      await admin.query(`create database ${template}`)
      const connection = { ...cluster, database: template }
      await migrate(connection, testSecret)
      await filling?.fill(connection)
      await admin.query(`alter database ${template} is_template true`)
    }
    await admin.query('select pg_advisory_unlock($1)', [locks.template])
    await admin.query(`create database ${name} template ${template} strategy file_copy`)
    await admin.query(`revoke all on database ${name} from public`)
    await admin.query(
      `grant connect on database ${name} to deskhand_app, deskhand_auth, deskhand_worker, deskhand_relay, deskhand_platform`,
    )
  } finally {
    await admin.end()
  }
  const connection = { ...cluster, database: name }
  const pools = openPools(connection, testSecret)
  return {
    connection,
    pools,
    async close() {
      await closePools(pools)
      await drop(cluster, name)
    },
  }
}

function migrationsHash(version: string): string {
  const folder = join(import.meta.dirname, '../../../migrations')
  const hash = createHash('sha256').update(version)
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)))
  return hash.digest('hex').slice(0, 12)
}

/**
 * Connections end a moment after their pool does, and the account of the tests may not end those of the
 * narrower roles. What is still in use after two seconds goes with the cluster.
 */
async function drop(cluster: Connection, name: string): Promise<void> {
  const last = new pg.Client(cluster)
  await last.connect()
  for (let tries = 0; tries < 40; tries++) {
    const isGone = await last.query(`drop database if exists ${name}`).then(
      () => true,
      (error: unknown) => {
        if (error instanceof pg.DatabaseError && error.code === '55006') return false
        throw error
      },
    )
    if (isGone) break
    await pause(50)
  }
  await last.end()
}

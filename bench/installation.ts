import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { keepSecret } from '../apps/server/src/platform/config.ts'
import type { Connection } from '../apps/server/src/platform/db/connection.ts'
import { migrate } from '../apps/server/src/platform/db/migrate.ts'
import { closePools, openPools, type Pools } from '../apps/server/src/platform/db/pools.ts'
import { startEmbedded } from '../apps/server/src/platform/postgres/embedded.ts'
import { endable } from './ending.ts'

/** A Deskhand data folder with its PostgreSQL running, set as every installation has it. */
export type Installation = {
  folder: string
  connection: Connection
  secret: string
  pools: Pools
  /** One statement as the superuser of the cluster, whom no policy binds. */
  asSuperuser: <Row extends pg.QueryResultRow>(sql: string) => Promise<Row[]>
  superuser: Connection
  stop: () => Promise<void>
}

export async function openInstallation(folder: string): Promise<Installation> {
  const { connection, stop } = await startEmbedded({ folder, log: () => undefined })
  const secret = keepSecret(folder)
  await migrate(connection, secret)
  const pools = openPools(connection, secret)
  const superuser = { ...connection, user: 'postgres', password: superuserPassword(folder) }
  return {
    folder,
    connection,
    secret,
    pools,
    superuser,
    asSuperuser: (sql) => ask(superuser, sql),
    stop: endable(async () => {
      await closePools(pools)
      await stop()
    }),
  }
}

/** One statement on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(
  connection: Connection,
  sql: string,
): Promise<Row[]> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

function superuserPassword(folder: string): string {
  const kept: { superuserPassword: string } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'))
  return kept.superuserPassword
}

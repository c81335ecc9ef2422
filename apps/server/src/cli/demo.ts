import pg from 'pg'
import type { Connection } from '../platform/db/connection.ts'
import { migrate } from '../platform/db/migrate.ts'
import type { Pools } from '../platform/db/pools.ts'
import { note } from './say.ts'

/** Stands in the settings from the first row of the demo world to its last. */
const mark = 'demo_loading'

/** Fills an empty database with the demo world. */
export async function loadDemo(pools: Pools): Promise<void> {
  const start = performance.now()
  note('Loading the demo world.')
  await pools.platform.query(
    `insert into ops.settings (name, value) values ('${mark}', 'true') on conflict do nothing`,
  )
  // Its texts are large and needed once in an installation's life.
  const { makeWorld } = await import('../world/world.ts')
  const { loadWorld } = await import('../world/load.ts')
  await loadWorld(pools, makeWorld(new Date()))
  await pools.platform.query(`delete from ops.settings where name = '${mark}'`)
  note(`Loaded in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
}

/**
 * Empties a database in which loading the demo world broke off; nobody can have worked in it. Needed before
 * the pools open, because it makes all tables anew.
 */
export async function clearHalfDemo(connection: Connection, secret: string): Promise<void> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const found = await client.query('select from ops.settings where name = $1', [mark])
    if (found.rowCount === 0) return
    note('Loading the demo world broke off last time; beginning again.')
    await client.query(`begin; drop schema app, app_priv, auth, ops, ext, jobs cascade;
      delete from public.deskhand_migrations; commit`)
  } finally {
    await client.end()
  }
  await migrate(connection, secret)
}

import pg from 'pg'
import type { Connection } from '../platform/db/connection.ts'
import { migrate } from '../platform/db/migrate.ts'
import { closePools, openPools, type Pools } from '../platform/db/pools.ts'
import type { World } from '../world/shapes.ts'
import { findContents } from './contents.ts'
import { withInstallation } from './installation.ts'
import { note } from './say.ts'
import { sayDemoSignIns } from './welcome.ts'

/** Stands in the settings from the first row of the demo world to its last. */
const mark = 'demo_loading'

/** Its texts are large and needed once in an installation's life. */
export async function makeDemo(): Promise<World> {
  const { makeWorld } = await import('../world/world.ts')
  return makeWorld(new Date())
}

/** Fills an empty database with the demo world; whoever waits for the database anyway has made it meanwhile. */
export async function loadDemo(pools: Pools, secret: string, world = makeDemo()): Promise<void> {
  const start = performance.now()
  note('Loading the demo world.')
  await pools.platform.query(
    `insert into ops.settings (name, value) values ('${mark}', 'true') on conflict do nothing`,
  )
  const { loadWorld } = await import('../world/load.ts')
  await loadWorld(pools, await world, secret)
  await pools.platform.query(`delete from ops.settings where name = '${mark}'`)
  note(`Loaded in ${((performance.now() - start) / 1000).toFixed(1)} s.`)
}

/**
 * Empties a database in which loading the demo world broke off, and nothing else was done since. It makes all
 * tables anew, so nobody else may use them meanwhile.
 */
export async function clearHalfDemo(connection: Connection, secret: string): Promise<void> {
  if (!(await isHalf(connection, secret))) return
  note('Loading the demo world broke off last time; beginning again.')
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`begin; drop schema app, app_priv, auth, ops, ext, jobs cascade;
      delete from public.deskhand_migrations; commit`)
  } finally {
    await client.end()
  }
  await migrate(connection, secret)
}

async function isHalf(connection: Connection, secret: string): Promise<boolean> {
  const pools = openPools(connection, secret)
  try {
    const { rowCount } = await pools.platform.query(
      `select from ops.settings where name = '${mark}'
       and not exists (select from app.companies where not is_demo)`,
    )
    return rowCount === 1
  } finally {
    await closePools(pools)
  }
}

/** Fills an empty database with the demo world because somebody asked for it. */
export async function loadDemoByHand(env: NodeJS.ProcessEnv): Promise<void> {
  await withInstallation(env, async ({ deskhand, database }) => {
    const { pools } = deskhand.platform
    await clearHalfDemo(database.connection, database.secret)
    if ((await findContents(pools)) !== 'nothing') {
      throw new Error('There are companies in this database already; the demo world wants an empty one.')
    }
    if (!database.isEmbedded)
      note('Everybody knows the password of these people. Do not open this to others.')
    await loadDemo(pools, database.secret)
  })
  sayDemoSignIns()
}

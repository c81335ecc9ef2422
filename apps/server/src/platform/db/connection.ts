import pg from 'pg'
import { parse } from 'pg-connection-string'

/** Where a database is and who asks. `host` is a name, an address or the folder of a unix socket. */
export type Connection = {
  host: string
  port: number
  user: string
  password: string
  database: string
  ssl?: boolean | { rejectUnauthorized: boolean }
}

/** Reads a `postgres://` address as libpq would; `sslmode=require` or stricter verifies the certificate. */
export function readDatabaseUrl(url: string): Connection {
  const { host, port, user, password, database, sslmode } = parse(url, { useLibpqCompat: false })
  const secure = typeof sslmode === 'string' && ['require', 'verify-ca', 'verify-full'].includes(sslmode)
  return {
    host: host ?? 'localhost',
    port: Number(port ?? 5432),
    user: user ?? 'postgres',
    password: password ?? '',
    database: database ?? 'deskhand',
    ...(secure ? { ssl: true } : {}),
  }
}

// int8 as a number: ids of events stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// A date is a day of the wall clock and no moment.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** PostgreSQL ends a statement after 15 s and says so; whoever says nothing for longer is not there. */
const longestSilence = 20_000

const patiences = new WeakMap<pg.Pool, number>()

/**
 * How many milliseconds one waits for a connection of this pool while all of them are at work and none comes back; null:
 * as the driver does.
 */
export const patienceOf = (pool: pg.Pool): number | null => patiences.get(pool) ?? null

const returns = new WeakMap<pg.Pool, number>()

/** When a connection last came back to this pool, on the clock of `performance`. */
export const lastReturnTo = (pool: pg.Pool): number => returns.get(pool) ?? 0

/**
 * A pool that survives a database that goes away: connections that die are dropped, not thrown. A new one may take
 * `opening` milliseconds.
 */
export function openPool(
  connection: Connection,
  name: string,
  max: number,
  {
    patience,
    silence = longestSilence,
    opening = Math.min(5_000, silence),
  }: { patience?: number | undefined; silence?: number; opening?: number | undefined } = {},
): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max,
    pipeline: true,
    application_name: `deskhand ${name}`,
    connectionTimeoutMillis: opening,
    query_timeout: silence,
    idleTimeoutMillis: 60_000,
  } as pg.PoolConfig)
  // Without listeners, a connection that dies would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('release', () => returns.set(pool, performance.now()))
  if (patience !== undefined) patiences.set(pool, patience)
  return pool
}

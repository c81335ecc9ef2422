import type { Route } from '@deskhand/contract'
import type { Actor } from '../actor.ts'
import { type Config, readConfig } from '../config.ts'
import type { Connection } from '../db/connection.ts'
import { closePools, openPools } from '../db/pools.ts'
import { type Handler, handleOutside } from '../http/handle.ts'
import { openLimits } from '../http/limits.ts'
import { mount } from '../http/mount.ts'
import { openServer } from '../http/server.ts'
import { Bell } from '../log/bell.ts'
import { openMetrics } from '../metrics.ts'
import type { Platform } from '../platform.ts'
import { openBoard } from '../realtime/board.ts'
import { testSecret } from './database.ts'
import { silentLog } from './house.ts'

/** Where no database is. */
export const nowhere: Connection = {
  host: '127.0.0.1',
  port: 1,
  user: 'nobody',
  password: '',
  database: 'none',
}

type Options = {
  connection?: Connection
  actor?: Actor | null
  settings?: Partial<Config>
  log?: Platform['log']
}

/** Our HTTP with these few routes and nothing else; who asks is always the same. */
export async function openTinyApi(
  handlers: readonly Handler[],
  { connection = nowhere, actor = null, settings = {}, log = silentLog }: Options = {},
) {
  const config: Config = { ...readConfig({}, ['--as=api']), rateLimits: false, ...settings }
  const pools = openPools(connection, testSecret)
  const bell = new Bell(null)
  const platform: Platform = {
    config,
    secret: testSecret,
    connection,
    pools,
    bell,
    board: openBoard(bell),
    log,
    metrics: openMetrics(),
    undoes: new Map(),
    batches: new Map(),
  }
  const app = await openServer(platform)
  await app.register(
    async (api) =>
      mount(api, handlers, {
        platform,
        authenticate: async () => actor,
        limits: openLimits(config.rateLimits),
      }),
    { prefix: '/api/v1' },
  )
  return {
    app,
    platform,
    /** Listens on a free port of this machine, for what cannot be injected. */
    async listen(): Promise<{ port: number; url: string }> {
      const url = await app.listen({ port: 0, host: '127.0.0.1' })
      return { url, port: Number(new URL(url).port) }
    },
    async close() {
      await app.close()
      await closePools(pools)
    },
  }
}

/** A route that answers what it was given. */
export const echo = <R extends Route>(route: R): Handler =>
  // The tests read the answer as it comes, whatever the route promises.
  handleOutside(route, async ({ params, query, body }) => ({ params, query, body }) as never)

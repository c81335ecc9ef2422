import type { FastifyInstance } from 'fastify'
import { openAuthenticate } from './identity/authenticate.ts'
import { identityOf } from './identity/identity.ts'
import type { Config } from './platform/config.ts'
import type { Connection } from './platform/db/connection.ts'
import { closePools, openPools } from './platform/db/pools.ts'
import { openLimits } from './platform/http/limits.ts'
import { mount } from './platform/http/mount.ts'
import { problemOf } from './platform/http/problems.ts'
import { openServer } from './platform/http/server.ts'
import { Bell } from './platform/log/bell.ts'
import { openLogger } from './platform/logger.ts'
import { openMetrics } from './platform/metrics.ts'
import type { Platform } from './platform/platform.ts'
import { slices } from './slices.ts'

export type Deskhand = {
  platform: Platform
  app: FastifyInstance
  stop: () => Promise<void>
}

/** Puts the parts of one process together on a migrated database; nothing listens yet. */
export async function openDeskhand(
  config: Config,
  connection: Connection,
  secret: string,
): Promise<Deskhand> {
  const pools = openPools(connection, secret)
  const bell = new Bell(connection)
  const log = openLogger(config.logLevel)
  const platform: Platform = {
    config,
    secret,
    connection,
    pools,
    bell,
    log,
    metrics: openMetrics(),
  }
  const app = await openServer(platform)
  const authenticate = openAuthenticate(identityOf(platform), config.url)
  const limits = openLimits(config.rateLimits)
  await app.register(
    async (api) => {
      mount(
        api,
        slices.flatMap(({ handlers }) => handlers),
        { platform, authenticate, limits },
      )
    },
    { prefix: '/api/v1' },
  )
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf('not_found', 'There is no such thing here.', request.id))),
  )
  return {
    platform,
    app,
    async stop() {
      await app.close()
      await bell.close()
      await closePools(pools)
    },
  }
}

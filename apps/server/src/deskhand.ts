import { join } from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { mountAgents } from './discovery/mountAgents.ts'
import { mountFound } from './found/mountFound.ts'
import { openAuthenticate } from './identity/authenticate.ts'
import { cookieNames } from './identity/cookies.ts'
import { identityOf } from './identity/identity.ts'
import { openTicketed } from './identity/ticket.ts'
import { describeApi } from './openapi.ts'
import type { Config } from './platform/config.ts'
import type { Connection } from './platform/db/connection.ts'
import { openPool } from './platform/db/connection.ts'
import { closePools, openPools } from './platform/db/pools.ts'
import { closeServer } from './platform/http/close.ts'
import { mountDocs } from './platform/http/docs/mountDocs.ts'
import { mountHealth, type Standing } from './platform/http/health.ts'
import { sweepKeys } from './platform/http/idempotency.ts'
import { openLimits } from './platform/http/limits.ts'
import { mountMetrics } from './platform/http/metricsRoute.ts'
import { mount } from './platform/http/mount.ts'
import { mountPages } from './platform/http/pages.ts'
import { problemOf } from './platform/http/problems.ts'
import { openServer } from './platform/http/server.ts'
import { mountSocket } from './platform/http/socket.ts'
import { mountStream } from './platform/http/stream.ts'
import { mountWellKnown } from './platform/http/wellKnown.ts'
import { batchesOf } from './platform/jobs/batch.ts'
import { startWorker, type Worker } from './platform/jobs/worker.ts'
import { Bell } from './platform/log/bell.ts'
import { type Relay, startRelay } from './platform/log/relay.ts'
import { undoesOf } from './platform/log/undo.ts'
import { openLogger } from './platform/logger.ts'
import { openMetrics } from './platform/metrics.ts'
import type { Platform } from './platform/platform.ts'
import { openBoard } from './platform/realtime/board.ts'
import { type Hub, startRealtime } from './platform/realtime/realtime.ts'
import { rolePassword } from './platform/secret.ts'
import { openDoors } from './realtime/doors.ts'
import { slices } from './slices.ts'

export type Deskhand = {
  platform: Platform
  app: FastifyInstance
  /** Begins what runs beside requests, and calls itself ready. */
  start: () => Promise<void>
  /** Finishes running requests and jobs, then closes the pools. */
  stop: () => Promise<void>
}

const web = join(import.meta.dirname, '../../web/dist')

/** Puts the parts of one process together on a migrated database; nothing listens yet, and no job runs. */
export async function openDeskhand(
  config: Config,
  connection: Connection,
  secret: string,
  log: FastifyBaseLogger = openLogger(config.logLevel ?? 'info'),
): Promise<Deskhand> {
  const pools = openPools(connection, secret)
  const health = openPool(
    { ...connection, user: 'deskhand_app', password: rolePassword(secret, 'deskhand_app') },
    'health',
    1,
  )
  const bell = new Bell(connection)
  const board = openBoard(bell)
  const platform: Platform = {
    config,
    secret,
    connection,
    pools,
    bell,
    board,
    log,
    metrics: openMetrics(),
    undoes: undoesOf(slices.flatMap(({ undoes }) => undoes)),
    batches: batchesOf(slices.flatMap(({ batches }) => batches)),
  }
  const standing: Standing = { now: 'starting' }
  const app = await openServer(platform)
  mountHealth(app, health, standing)
  mountWellKnown(app, config)
  mountMetrics(app, platform)
  // Before the other routes, so that it can turn away sockets that come to them.
  const hub = config.as.has('realtime') ? await mountRealtime(app, platform) : null
  if (config.as.has('api')) await mountApi(app, platform)
  const pages = config.as.has('api') ? mountPages(app, web, config.url) : null
  app.setNotFoundHandler((request, reply) => {
    if (pages?.serve(request, reply)) return reply
    return reply
      .code(404)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf('not_found', 'There is no such thing here.', request.id)))
  })
  let background: (Relay | Worker)[] = []
  return {
    platform,
    app,
    async start() {
      await bell.open()
      board.ask()
      if (config.as.has('worker')) background = startBackground(platform)
      standing.now = 'serving'
    },
    async stop() {
      standing.now = 'stopping'
      await hub?.stop()
      await closeServer(app)
      await Promise.all(background.map((part) => part.stop()))
      board.close()
      await bell.close()
      await Promise.all([closePools(pools), health.end()])
    },
  }
}

function startBackground(platform: Platform): (Relay | Worker)[] {
  const { pools, bell, log, metrics } = platform
  const reactions = slices.flatMap((slice) => slice.reactions(platform))
  const schedules = [sweepKeys, ...slices.flatMap((slice) => slice.schedules(platform))]
  return [
    startRelay({ pools, bell, reactions, log }),
    startWorker({ pools, bell, reactions, schedules, log, metrics }),
  ]
}

async function mountRealtime(app: FastifyInstance, platform: Platform): Promise<Hub> {
  const { config, pools, bell, board, log, metrics } = platform
  const hub = await startRealtime({ pools, bell, board, log, doors: openDoors(pools) })
  const identity = identityOf(platform)
  const authenticate = openAuthenticate(identity, config.url)
  await mountSocket(app, { authenticate, url: config.url, connect: hub.connect, metrics })
  mountStream(app, { authenticate: openTicketed(identity, authenticate), stream: hub.stream, metrics })
  return hub
}

async function mountApi(app: FastifyInstance, platform: Platform): Promise<void> {
  const { config } = platform
  const authenticate = openAuthenticate(identityOf(platform), config.url)
  const limits = openLimits(config.rateLimits)
  mountDocs(app, describeApi)
  await mountAgents(app, platform)
  const { access, refresh } = cookieNames(config.url)
  await mountFound(app, ({ cookies }) => Boolean(cookies[access] || cookies[refresh]))
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
}

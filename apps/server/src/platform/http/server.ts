import { randomUUID } from 'node:crypto'
import { fileLimits } from '@deskhand/contract'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Platform } from '../platform.ts'
import { acceptBodies } from './bodies.ts'
import { answerOnlyOurHost } from './hosts.ts'
import { observe } from './observe.ts'
import { packAnswers } from './pack.ts'
import { refuse, refuseAddress } from './refusals.ts'
import { refuseConnection } from './wire.ts'

export const bodyLimit = 1024 * 1024

/** Long enough for 50 MB over a slow line; JSON has a shorter limit of its own. */
const longestUpload = 15 * 60_000

/** A Fastify that speaks problem+json, sets the security headers and measures itself. No routes yet. */
export async function openServer({ config, log, metrics }: Platform): Promise<FastifyInstance> {
  const isHttps = config.url.startsWith('https://')
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy ?? false,
    bodyLimit,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
    http: { headersTimeout: 20_000 },
    forceCloseConnections: 'idle',
    // While we stop, what still arrives on open connections is answered; new ones find nobody.
    return503OnClosing: false,
    requestTimeout: longestUpload,
    keepAliveTimeout: 65_000,
    clientErrorHandler: refuseConnection,
    frameworkErrors: refuseAddress,
  })
  await app.register(cookie, {
    parseOptions: { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' },
  })
  await app.register(helmet, {
    // The pages' policy carries a nonce and is set where HTML is served; everything else renders nothing.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  })
  await app.register(multipart, {
    limits: { fileSize: fileLimits.bytes, files: 1, fields: 5, fieldSize: 10_000, headerPairs: 50, parts: 6 },
    throwFileSizeLimit: false,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  if (config.isUrlGiven) answerOnlyOurHost(app, config.url)
  acceptBodies(app)
  observe(app, metrics, config.logLevel === 'debug')
  packAnswers(app)
  app.setErrorHandler(refuse)
  return app
}

import { randomUUID } from 'node:crypto'
import { fileLimits } from '@deskhand/contract'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify'
import type { Platform } from '../platform.ts'
import { Stop } from '../stop.ts'
import { problemOf, stopOf } from './problems.ts'

export const bodyLimit = 1024 * 1024

/** A Fastify that speaks problem+json, sets the security headers and measures itself. No routes yet. */
export async function openServer({ config, log, metrics }: Platform): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: config.trustProxy ?? false,
    bodyLimit,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: false },
    forceCloseConnections: 'idle',
    // While we stop, what still arrives on open connections is answered; new ones find nobody.
    return503OnClosing: false,
    requestTimeout: 120_000,
    keepAliveTimeout: 65_000,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  })
  await app.register(cookie, {
    parseOptions: { httpOnly: true, sameSite: 'lax', secure: config.url.startsWith('https://'), path: '/' },
  })
  await app.register(helmet, {
    // The pages' policy carries a nonce and is set where HTML is served; everything else renders nothing.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
    },
    strictTransportSecurity: config.url.startsWith('https://')
      ? { maxAge: 31_536_000, includeSubDomains: true }
      : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  })
  await app.register(multipart, {
    limits: { fileSize: fileLimits.bytes, files: 1, fields: 5, fieldSize: 10_000, headerPairs: 50, parts: 6 },
    throwFileSizeLimit: false,
  })
  // Only JSON and multipart bodies: forms and plain text are how other sites reach for a cookie.
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.http.observe(
      { method: request.method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    )
    if (reply.statusCode >= 500 || config.logLevel === 'debug') {
      request.log.info(
        { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        'answered',
      )
    }
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const stop = stopOf(error) ?? stopOfFastify(error)
    if (!stop) request.log.error({ err: error }, 'a bug')
    const problem = stop
      ? problemOf(stop.code, stop.message, request.id, stop.extra)
      : problemOf(
          'bug',
          `Something went wrong on our side; nothing was changed. Reference ${request.id.slice(0, 8)}.`,
          request.id,
        )
    if (stop?.extra.retryAfter) reply.header('retry-after', String(stop.extra.retryAfter))
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
    return reply
      .code(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem))
  })
  return app
}

function stopOfFastify(error: FastifyError): Stop | null {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
      return new Stop('too_large', 'That is too much at once. A body may have at most 1 MB, a file 50 MB.')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new Stop('wrong_type', 'Send application/json, or multipart/form-data for a file.')
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Stop('invalid', 'The body is empty. Send a JSON object.')
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return new Stop('invalid', 'The body is not valid JSON.')
  }
  if (error.statusCode === 413) return new Stop('too_large', 'That is too much at once.')
  if (error.statusCode === 415) return new Stop('wrong_type', 'Send application/json.')
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Stop('invalid', 'The request is not understood. Check its body and headers.')
  }
  return null
}

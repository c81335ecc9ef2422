import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** Below this a line carries it in one packet or two either way. */
const worthwhile = 2_000
const pack = promisify(gzip)
const packed = /^\/(api\/|openapi\.json|docs|metrics)/

/**
 * Packs long answers of the API, its document and the pages about it: the catalogue is a fifth of its size then. Not
 * those of sign-in, where secrets and what was sent stand in one answer, and whose length would tell about them.
 */
export function packAnswers(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isLong = typeof payload === 'string' && payload.length >= worthwhile && packed.test(request.url)
    if (!isLong || request.url.startsWith('/api/v1/auth/')) return payload
    reply.header('vary', 'accept-encoding')
    if (!/\bgzip\b(?!;q=0)/.test(String(request.headers['accept-encoding'] ?? ''))) return payload
    const small = await pack(payload, { level: 4 })
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return small
  })
}

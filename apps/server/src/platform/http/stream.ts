import type { ServerResponse } from 'node:http'
import { type ServerMessage, StreamQuery } from '@deskhand/contract'
import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../metrics.ts'
import type { Line } from '../realtime/peer.ts'
import type { Hub } from '../realtime/realtime.ts'
import { Stop } from '../stop.ts'
import { readQuery } from './inputs.ts'
import type { Authenticate } from './mount.ts'

type Options = { authenticate: Authenticate; stream: Hub['stream']; metrics: Metrics }

/**
 * `/api/v1/realtime/events`: what the socket says, as server-sent events (HTML §9.2), for where no socket can be opened.
 * Same topics, same order, same limits; `Last-Event-ID` goes on where the last stream ended.
 */
export function mountStream(app: FastifyInstance, { authenticate, stream, metrics }: Options): void {
  app.get('/api/v1/realtime/events', async (request, reply) => {
    const actor = await authenticate(request)
    if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
    const { topics, after } = readQuery(StreamQuery, request.query)
    const last = request.headers['last-event-id']
    const from = typeof last === 'string' && /^\d{1,15}$/.test(last) ? last : after
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      ...Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that gather answers would gather this one for ever.
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 2000\n\n')
    metrics.sockets.inc()
    const { left } = stream(lineOf(raw), actor, { topics, ...(from === undefined ? {} : { after: from }) })
    raw.on('close', () => {
      metrics.sockets.dec()
      left()
    })
  })
}

/** A response as a line: what would close a socket ends the stream, and says why. */
function lineOf(raw: ServerResponse): Line {
  const end = (code: number) => {
    if (raw.writableEnded) return
    raw.write(`event: closed\ndata: ${code}\n\n`)
    raw.end()
  }
  return {
    OPEN: 1,
    answers: false,
    get readyState() {
      return raw.destroyed || raw.writableEnded ? 3 : 1
    },
    get bufferedAmount() {
      return raw.writableLength
    },
    send: (message) => raw.write(frame(message)),
    close: end,
    terminate: () => raw.destroy(),
    // Nobody answers on this line; that it still takes bytes is all that can be known.
    ping: () => undefined,
  }
}

/** What was sent up to here is the id, so that the next stream goes on after it. */
function frame(message: Buffer): string {
  const text = message.toString('utf8')
  const said: ServerMessage = JSON.parse(text)
  const id = said.type === 'subscribed' ? said.position : 'id' in said ? said.id : null
  return `${id === null ? '' : `id: ${id}\n`}data: ${text}\n\n`
}

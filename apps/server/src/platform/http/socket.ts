import type { ServerResponse } from 'node:http'
import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Actor } from '../actor.ts'
import type { Metrics } from '../metrics.ts'
import { socketOptions } from '../realtime/realtime.ts'
import { Stop } from '../stop.ts'
import type { Authenticate } from './mount.ts'
import { isOurOrigin } from './origin.ts'

type SocketOptions = {
  authenticate: Authenticate
  /** The address of our own pages. */
  url: string
  /** Takes over an open socket of this person. */
  connect: (socket: WebSocket, actor: Actor) => void
  metrics: Metrics
}

/** What is known of a request when it becomes a socket. */
type Arriving = { actor: Actor; response: ServerResponse }

const arriving = new WeakMap<FastifyRequest, Arriving>()

/**
 * `/api/v1/realtime/ws`. Who it is, is known before the upgrade: by a bearer token in the Authorization header,
 * by the subprotocols `bearer, <token>` (browsers cannot set headers), or by our cookie from our own page.
 */
export async function mountSocket(app: FastifyInstance, options: SocketOptions): Promise<void> {
  await app.register(websocket, {
    options: {
      ...socketOptions,
      // The answer names the protocol alone; the token is never repeated.
      handleProtocols: (protocols) => (protocols.has('bearer') ? 'bearer' : false),
    },
    preClose(done) {
      // The hub has told its sockets already; what came in between would hold the server open.
      for (const client of this.websocketServer.clients) client.terminate()
      this.websocketServer.close()
      done()
    },
    errorHandler: (_error, socket) => socket.terminate(),
  })
  app.route({
    method: 'GET',
    url: '/api/v1/realtime/ws',
    onRequest: async (request, reply) => {
      if (!request.ws) throw new Stop('invalid', 'This address speaks WebSocket (RFC 6455), not plain HTTP.')
      arriving.set(request, { actor: await identify(request, options), response: reply.raw })
    },
    handler: (_request, reply) => reply.callNotFound(),
    wsHandler: (socket, request) => {
      const { actor, response } = arriving.get(request) ?? {}
      if (!actor || !response) return socket.terminate()
      forgetRequest(socket, response)
      options.metrics.sockets.inc()
      socket.on('close', () => options.metrics.sockets.dec())
      options.connect(socket, actor)
    },
  })
}

/**
 * Lets go of the request that the socket came as: its headers, with the token, would stay in memory for as long as the
 * socket is open, and take more of it than all the rest.
 */
function forgetRequest(socket: WebSocket, response: ServerResponse): void {
  if (response.socket) response.detachSocket(response.socket)
  socket.removeAllListeners('error')
  socket.on('error', () => socket.terminate())
}

async function identify(request: FastifyRequest, { authenticate, url }: SocketOptions): Promise<Actor> {
  const { headers } = request
  const [scheme, token] = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim())
  if (headers.authorization === undefined && scheme === 'bearer' && token) {
    headers.authorization = `Bearer ${token}`
  }
  const actor = await authenticate(request)
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  // Any page can open a socket here and the browser sends our cookie along; only ours may use it.
  const isOurs = headers.origin !== undefined && isOurOrigin(headers.origin, headers.host, url)
  if (headers.authorization === undefined && !isOurs) {
    throw new Stop('forbidden', 'This did not come from our own page.')
  }
  return actor
}

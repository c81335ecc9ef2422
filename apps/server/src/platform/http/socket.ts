import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Actor } from '../actor.ts'
import { Stop } from '../stop.ts'
import type { Authenticate } from './mount.ts'

type SocketOptions = {
  authenticate: Authenticate
  /** Whether the Origin header names our own page. */
  isOurs: (request: FastifyRequest) => boolean
  /** Takes over an open socket of this person. */
  connect: (socket: WebSocket, actor: Actor, request: FastifyRequest) => void
}

/** A client message is a handful of topics. */
const maxPayload = 16 * 1024
/** Who does not answer a close in this time is cut off. */
const farewell = 1_500

const actors = new WeakMap<FastifyRequest, Actor>()

/**
 * `/api/v1/realtime/ws`. Who it is, is known before the upgrade: by a bearer token in the Authorization header,
 * by the subprotocols `bearer, <token>` (browsers cannot set headers), or by our cookie from our own page.
 */
export async function mountSocket(app: FastifyInstance, options: SocketOptions): Promise<void> {
  await app.register(websocket, {
    options: {
      maxPayload,
      perMessageDeflate: false,
      // The answer names the protocol alone; the token is never repeated.
      handleProtocols: (protocols) => (protocols.has('bearer') ? 'bearer' : false),
    },
    preClose(done) {
      const { clients } = this.websocketServer
      for (const client of clients) client.close(1012, 'Deskhand restarts. Connect again.')
      setTimeout(() => {
        for (const client of clients) client.terminate()
      }, farewell).unref()
      this.websocketServer.close(() => undefined)
      done()
    },
    errorHandler: (_error, socket) => socket.terminate(),
  })
  app.route({
    method: 'GET',
    url: '/api/v1/realtime/ws',
    onRequest: async (request) => {
      if (!request.ws) throw new Stop('invalid', 'This address speaks WebSocket (RFC 6455), not plain HTTP.')
      actors.set(request, await identify(request, options))
    },
    handler: (_request, reply) => reply.callNotFound(),
    wsHandler: (socket, request) => {
      const actor = actors.get(request)
      if (actor) options.connect(socket, actor, request)
      else socket.terminate()
    },
  })
}

async function identify(request: FastifyRequest, { authenticate, isOurs }: SocketOptions): Promise<Actor> {
  const { headers } = request
  const [scheme, token] = (headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim())
  if (headers.authorization === undefined && scheme === 'bearer' && token) {
    headers.authorization = `Bearer ${token}`
  }
  const actor = await authenticate(request)
  if (!actor) throw new Stop('not_signed_in', 'Sign in first.')
  // Any page can open a socket here and the browser sends our cookie along; only ours may use it.
  if (headers.authorization === undefined && !isOurs(request)) {
    throw new Stop('forbidden', 'This did not come from our own page.')
  }
  return actor
}

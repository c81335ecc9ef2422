import type { FastifyInstance } from 'fastify'

/** How long running requests may take to finish, in milliseconds. */
const grace = 20_000

/**
 * Takes no new connections, lets running requests finish, then closes. A connection that a browser keeps open
 * is idle again only after its answer, so that it must be looked for until the last one is gone.
 */
export async function closeServer(app: FastifyInstance): Promise<void> {
  const sweeping = setInterval(() => app.server.closeIdleConnections(), 50)
  const late = setTimeout(() => app.server.closeAllConnections(), grace)
  try {
    await app.close()
  } finally {
    clearInterval(sweeping)
    clearTimeout(late)
  }
}

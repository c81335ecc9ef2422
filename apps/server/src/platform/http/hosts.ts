import type { FastifyInstance } from 'fastify'
import { Stop } from '../stop.ts'

/** Probes and the machine itself reach us by these. */
const local = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses requests for other hosts than the one of DESKHAND_URL (RFC 9110 §15.5.20), so that a name which
 * somebody else points at us opens nothing.
 */
export function answerOnlyOurHost(app: FastifyInstance, url: string): void {
  const ours = new URL(url).hostname.toLowerCase()
  app.addHook('onRequest', async ({ headers }) => {
    const name = (headers.host ?? '').replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase()
    if (name !== ours && !local.has(name)) {
      throw new Stop('wrong_host', 'This server does not answer for that host.')
    }
  })
}

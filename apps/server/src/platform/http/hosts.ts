import type { FastifyInstance } from 'fastify'
import { Stop } from '../stop.ts'

/** The machine itself reaches us by these. */
const local = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What probes and scrapers ask by our address, whatever our name is. They tell no data of a company. */
const isProbe = (url: string) => /^\/(health\/(live|ready)|metrics)(\?|$)/.test(url)

/**
 * Refuses requests for other hosts than the one of DESKHAND_URL (RFC 9110 §15.5.20), so that a name which
 * somebody else points at us opens nothing.
 */
export function answerOnlyOurHost(app: FastifyInstance, url: string): void {
  const ours = new URL(url).hostname.toLowerCase()
  app.addHook('onRequest', async ({ headers, url: asked }) => {
    if (isProbe(asked)) return
    const name = (headers.host ?? '').replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase()
    if (name !== ours && !local.has(name)) {
      throw new Stop('wrong_host', 'This server does not answer for that host.')
    }
  })
}

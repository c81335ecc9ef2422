import type { FastifyInstance } from 'fastify'
import { clock } from '../clock/clock.ts'
import type { Config } from '../config.ts'
import { Stop } from '../stop.ts'

/** How long a contact may be believed (RFC 9116 advises less than a year). */
const days = 180

/** The addresses that programs know of every site: where one changes a password, whom to tell of a hole. */
export function mountWellKnown(app: FastifyInstance, { url, securityContact }: Config): void {
  app.get('/.well-known/change-password', async (_request, reply) => reply.redirect('/profile', 302))
  app.get('/.well-known/security.txt', async (_request, reply) => {
    if (!securityContact) throw new Stop('not_found', 'Nobody has said whom to tell here.')
    const expires = new Date(clock.now().getTime() + days * 24 * 3_600_000)
    const lines = [
      `Contact: ${securityContact.includes('@') && !securityContact.includes(':') ? `mailto:${securityContact}` : securityContact}`,
      `Expires: ${expires.toISOString()}`,
      `Canonical: ${url}/.well-known/security.txt`,
      'Preferred-Languages: en',
    ]
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`)
  })
}

import type { FastifyRequest } from 'fastify'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Authenticate } from '../platform/http/mount.ts'
import { isOurOrigin } from '../platform/http/origin.ts'
import { routeOf } from '../platform/http/routeOf.ts'
import { Stop } from '../platform/stop.ts'
import { cookieNames } from './cookies.ts'
import type { Identity } from './identity.ts'

/** Reads who a request is from: a bearer token, or the browser's cookie together with proof that our own page sent it. */
export function openAuthenticate({ tokens, actors }: Identity, url: string): Authenticate {
  const names = cookieNames(url)
  return async (request): Promise<Actor | null> => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (routeOf(request)?.forgets) {
      // Whose session it is stays unread; that the browser sends one along is reason enough to ask who made it send.
      if (request.cookies[names.access] && !isRead) refuseForeign(request, url)
      return null
    }
    const header = request.headers.authorization
    const bearer = header?.match(/^Bearer ([\w.~+/=-]+)$/i)?.[1]
    if (header && !bearer) throw new Stop('not_signed_in', 'The Authorization header is not a bearer token.')
    const cookie = request.cookies[names.access]
    const token = bearer ?? cookie
    if (!token) return null
    if (!bearer && !isRead) refuseForeign(request, url)
    const claims = await tokens.read(token, clock.now())
    const actor = claims && (await actors.find(claims))
    // A wrong cookie is as good as none, so that a stale one does not lock anybody out of signing in.
    if (!actor && bearer) throw new Stop('not_signed_in', 'The session has ended. Sign in again.')
    return actor
  }
}

/**
 * Another site can make a browser send our cookie, but neither our Origin nor JSON or a header of its own
 * (OWASP: verifying origin with standard headers, custom request headers).
 */
export function refuseForeign(request: FastifyRequest, url: string): void {
  const { origin, host } = request.headers
  const isOurs =
    origin === undefined
      ? request.headers['sec-fetch-site'] === 'same-origin'
      : isOurOrigin(origin, host, url)
  const isPage =
    request.headers['x-requested-with'] !== undefined ||
    (request.headers['content-type'] ?? '').startsWith('application/json')
  if (!isOurs || !isPage) throw new Stop('forbidden', 'This did not come from our own page.')
}

/** Cookies are set for our own pages only, or another site could sign its visitor in as somebody else. */
export function refuseForeignCookie(
  request: FastifyRequest,
  url: string,
  delivery: 'token' | 'cookie',
): void {
  if (delivery === 'cookie') refuseForeign(request, url)
}

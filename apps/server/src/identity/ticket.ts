import { clock } from '../platform/clock/clock.ts'
import type { Authenticate } from '../platform/http/mount.ts'
import { Stop } from '../platform/stop.ts'
import type { Identity } from './identity.ts'

/** Authenticates by a ticket in the address where there is one, else as everywhere. */
export function openTicketed({ tokens, actors }: Identity, authenticate: Authenticate): Authenticate {
  return async (request) => {
    const { query } = request
    const ticket = typeof query === 'object' && query !== null ? Reflect.get(query, 'ticket') : undefined
    if (typeof ticket !== 'string') return authenticate(request)
    const claims = await tokens.readTicket(ticket, clock.now())
    const actor = claims && (await actors.find(claims))
    if (!actor) throw new Stop('not_signed_in', 'The ticket is over. Ask for another one.')
    return actor
  }
}

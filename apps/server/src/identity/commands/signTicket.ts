import { clock } from '../../platform/clock/clock.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Claims, ticketLife } from '../accessToken.ts'
import { identityOf } from '../identity.ts'

/** A ticket for a stream of events, for a minute. */
export async function signTicket(platform: Platform, claims: Claims) {
  const now = clock.now()
  return {
    ticket: await identityOf(platform).tokens.signTicket(claims, now),
    expiresAt: new Date(now.getTime() + ticketLife * 1000).toISOString(),
  }
}

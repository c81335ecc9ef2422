import type { Platform } from '../platform/platform.ts'
import { type AccessTokens, openAccessTokens } from './accessToken.ts'
import { type Actors, openActors } from './actors.ts'

/** What the sign-in core keeps in a process: the key of the access tokens and who was seen lately. */
export type Identity = { tokens: AccessTokens; actors: Actors }

const opened = new WeakMap<Platform, Identity>()

export function identityOf(platform: Platform): Identity {
  let identity = opened.get(platform)
  if (!identity) {
    identity = { tokens: openAccessTokens(platform.secret), actors: openActors(platform.pools) }
    opened.set(platform, identity)
  }
  return identity
}

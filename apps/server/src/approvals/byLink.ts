import type { ApprovalLink } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Inside } from '../platform/http/handle.ts'
import { Stop } from '../platform/stop.ts'
import { actorBy } from './access.ts'
import { findLink, type Link, readToken } from './links.ts'
import { words } from './words.ts'

type Given = Pick<Inside, 'tx' | 'platform' | 'enter'> & { params: { token: string }; actor: Actor | null }
export type ByLink = { link: Link; person: Actor; signedIn: Actor | null }

export const noSuchLink = () => new Stop('not_found', words.link.unknown)

/**
 * Enters the company of a link and speaks for the person it was sent to, from here on. What is not ours, and what
 * belongs to somebody who is gone, is the same 404.
 */
export async function enterByLink(
  { tx, platform, params, enter, actor }: Given,
  lock: boolean,
): Promise<ByLink> {
  const known = readToken(platform.secret, params.token)
  if (!known) throw noSuchLink()
  const { companyId } = known
  const nobody = { actorId: null, actorName: null, actorKind: 'system' } as const
  await enter({ companyId, personId: null }, nobody)
  const link = await findLink(tx, known.hash, lock)
  const person = link && (await actorBy(tx, link.personId))
  if (!link || !person) throw noSuchLink()
  await enter(
    { companyId, personId: person.id },
    { actorId: person.id, actorName: person.name, actorKind: 'person' },
  )
  return { link, person, signedIn: actor }
}

type State = Exclude<ApprovalLink['state'], 'OPEN' | 'OVER' | 'SIGN_IN'>

/** What is wrong with a link itself, before anybody looks at what it is about; null when nothing is. */
export function faultOf({ link, person, signedIn }: ByLink): { state: State; sentence: string } | null {
  if (signedIn && (signedIn.id !== person.id || signedIn.companyId !== person.companyId)) {
    return { state: 'OTHER_PERSON', sentence: words.link.otherPerson(person.name, signedIn.name) }
  }
  if (link.usedAt) return { state: 'USED', sentence: words.link.used }
  if (link.supersededAt) return { state: 'SUPERSEDED', sentence: words.link.superseded }
  return link.expiresAt <= clock.now() ? { state: 'EXPIRED', sentence: words.link.expired } : null
}

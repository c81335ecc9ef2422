import type { Refusal } from '../requests/rules.ts'
import { isOpen, isRequester, isStaff, type Person, type Standing } from '../requests/rules.ts'
import { words } from './words.ts'

type Thing = { personId: string | null }
type Linked = { linkedById: string | null }

/** Why this person may link nothing to it now, or null. */
export function whyNoLink(actor: Person, request: Standing): Refusal | null {
  if (request.mergedIntoId) return { code: 'state', sentence: words.merged }
  if (isStaff(actor, request)) return null
  if (!isRequester(actor, request)) return { code: 'forbidden', sentence: words.nobodyElse }
  return isOpen(request) ? null : { code: 'state', sentence: words.settled }
}

/** The desk links any thing, whoever asked what they have. */
export const mayLinkThing = (actor: Person, request: Standing, { personId }: Thing): boolean =>
  isStaff(actor, request) || personId === actor.id

/** The desk takes any off, whoever asked what they linked themselves. */
export const mayUnlink = (actor: Person, request: Standing, { linkedById }: Linked): boolean =>
  isStaff(actor, request) || (linkedById === actor.id && whyNoLink(actor, request) === null)

import type { Actor } from '../actor.ts'
import type { LogRow } from './row.ts'

/** By which of their topics an event would reach somebody. */
export type Via = 'request' | 'desk' | 'assets' | 'me'

type Listener = Pick<Actor, 'id' | 'isAdmin' | 'desks' | 'isNarrowed'>

/** What the topic `assets` tells of: things and all that is kept of them, which whoever works at a desk sees. */
export const thingTypes: ReadonlySet<string> = new Set([
  'asset',
  'asset_reservation',
  'alert',
  'certificate',
  'disposal',
  'kit',
  'licence',
  'stock_item',
  'stock_take',
])

/** Works at any desk, and so sees every thing of the company. */
export const worksAtDesk = (actor: Pick<Actor, 'isAdmin' | 'desks'>): boolean =>
  actor.isAdmin || actor.desks.size > 0

/** Works on what the event is about: at its desk, or as an admin where nothing is confidential. */
export const isStaffOf = (
  actor: Listener,
  { deskId, isConfidential }: Pick<LogRow, 'deskId' | 'isConfidential'>,
): boolean => (deskId !== null && actor.desks.has(deskId)) || (actor.isAdmin && !isConfidential)

/**
 * Whether somebody may hear of an event that one of their topics is about. `if-seen`: only if they may see the request
 * now, which row-level security must say, because it is confidential or their work is narrowed to parts of the
 * company; a topic of the request itself is that right already.
 *
 * Events of the audience `person` reach the people they are about and nobody else, admins included. Those for `staff`
 * that lie at no desk (people, the company) are for admins, by their own topic.
 */
export function mayHear(actor: Listener, row: LogRow, via: Via): 'yes' | 'no' | 'if-seen' {
  switch (row.audience) {
    case 'nobody':
      return 'no'
    case 'person':
      return via === 'me' && row.people.includes(actor.id) ? 'yes' : 'no'
    case 'company':
      return 'yes'
    case 'staff':
      if (via === 'assets' ? !worksAtDesk(actor) : !isStaffOf(actor, row)) return 'no'
      break
    case 'everyone':
      break
  }
  const isDoubtful = row.isConfidential || actor.isNarrowed
  return via !== 'request' && row.subjectType === 'request' && isDoubtful ? 'if-seen' : 'yes'
}

/** Whether an event is one for the admins' own topic. */
export const isForAdmins = ({ audience, deskId, subjectType }: LogRow): boolean =>
  audience === 'staff' && deskId === null && subjectType !== 'request'

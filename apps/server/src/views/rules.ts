import type { View } from '@deskhand/contract'
import type { Actor } from '../platform/actor.ts'
import { words } from './words.ts'

export type Shared = Pick<View, 'sharing' | 'serviceDeskId' | 'ownerId'>
type Person = Pick<Actor, 'id' | 'isAdmin' | 'desks'>

const leads = ({ isAdmin, desks }: Person, deskId: string | null) =>
  isAdmin || (deskId !== null && desks.get(deskId) === 'SUPERVISOR')
const leadsSomewhere = ({ isAdmin, desks }: Person) => isAdmin || [...desks.values()].includes('SUPERVISOR')

/** Why this person may not share a view like that, or null; of a team's desk it is `serviceDeskId`. */
export function whyNotShare(
  person: Person,
  { sharing, serviceDeskId }: Omit<Shared, 'ownerId'>,
  isInTeam = false,
): string | null {
  switch (sharing) {
    case 'ME':
      return null
    case 'TEAM':
      return isInTeam || leads(person, serviceDeskId) ? null : words.onlyMember
    case 'DESK':
      return leads(person, serviceDeskId) ? null : words.onlyLead
    case 'COMPANY':
      return leadsSomewhere(person) ? null : words.onlySupervisor
  }
}

/** One's own while nobody or one's team alone has it; what is shared further is changed by who might share it. */
export const mayChange = (person: Person, view: Shared): boolean =>
  view.sharing === 'ME'
    ? view.ownerId === person.id
    : whyNotShare(person, view, view.ownerId === person.id) === null

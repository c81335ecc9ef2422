import type { Lines } from './content/scenario.ts'
import type { Actor, Journal } from './journal.ts'
import type { Person } from './shapes.ts'

export const lineOf = (journal: Journal, lines: Lines): string =>
  typeof lines === 'string' ? lines : journal.random.pick(lines)

/** A technician of the desk, mostly one of the requester's own site; those one can sign in as carry most. */
export function drawStaff(journal: Journal): Actor {
  const { office, random, requester } = journal
  const staff = office.staff.filter(({ person }) => person !== requester)
  const isLocal = staff.some(({ person }) => person.site === requester.site)
  const { person } = random.weighted(staff, ({ person, weight }) =>
    isLocal && person.site !== requester.site ? weight * 0.04 : weight,
  )
  return actorOf(journal, person)
}

export const actorOf = (journal: Journal, person: Person): Actor => ({
  person,
  role: person.id === journal.office.supervisor?.id ? 'supervisor' : 'technician',
})

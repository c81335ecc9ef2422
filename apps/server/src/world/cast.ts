import type { Lines } from './content/scenario.ts'
import type { Actor, Journal } from './journal.ts'
import type { Person } from './shapes.ts'

export const lineOf = (journal: Journal, lines: Lines): string =>
  typeof lines === 'string' ? lines : journal.random.pick(lines)

/** A technician of the desk; those one can sign in as carry most. */
export function drawStaff(journal: Journal): Actor {
  const { office, random, request } = journal
  const staff = office.staff.filter(({ person }) => person.id !== request.requesterId)
  const { person } = random.weighted(staff, ({ weight }) => weight)
  return actorOf(journal, person)
}

export const actorOf = (journal: Journal, person: Person): Actor => ({
  person,
  role: person.id === journal.office.supervisor?.id ? 'supervisor' : 'technician',
})

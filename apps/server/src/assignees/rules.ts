import type { AssignBy } from '@deskhand/contract'

/** Somebody who could be given a request. */
export type Candidate = {
  id: string
  name: string
  skills: readonly string[]
  capacity: number | null
  load: number
  givenAt: Date | null
  /** Works now: within the hours of their site, and not “away” by their own word. */
  isOnShift: boolean
}

/** How full somebody is; who has no limit counts as one that is never reached. */
const fullness = ({ load, capacity }: Candidate) => (capacity === null ? load / 1_000 : load / capacity)
const time = ({ givenAt }: Candidate) => givenAt?.getTime() ?? 0

/** Nobody before whoever has waited longest. */
const byTurn = (one: Candidate, other: Candidate) => time(one) - time(other) || (one.id < other.id ? -1 : 1)
const byLoad = (one: Candidate, other: Candidate) =>
  (one.capacity === null && other.capacity === null
    ? one.load - other.load
    : fullness(one) - fullness(other)) || byTurn(one, other)

/**
 * Who gets it, and by what it was decided in the end: who helped before is asked for first, and where they cannot, whoever
 * has least in hand. Null where nobody can.
 */
export function pick(
  candidates: readonly Candidate[],
  { by, skills, lastId }: { by: AssignBy; skills: readonly string[]; lastId: string | null },
): { person: Candidate; by: AssignBy } | null {
  const fit = candidates.filter(
    (one) =>
      (one.capacity === null || one.load < one.capacity) &&
      skills.every((skill) => one.skills.includes(skill)),
  )
  // At night it is given all the same, or it would be nobody's in the morning.
  const onShift = fit.filter((one) => one.isOnShift)
  const able = onShift.length > 0 ? onShift : fit
  const first = (order: (one: Candidate, other: Candidate) => number, how: AssignBy) => {
    const [person] = able.toSorted(order)
    return person ? { person, by: how } : null
  }
  if (by === 'ROUND_ROBIN') return first(byTurn, by)
  if (by !== 'LAST_TECHNICIAN') return first(byLoad, by)
  const last = able.find(({ id }) => id === lastId)
  return last ? { person: last, by } : first(byLoad, 'LOAD')
}

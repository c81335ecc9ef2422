import type { Doing } from '@deskhand/contract'

/** How long somebody is taken to be there, and to write, who says nothing more, in milliseconds. */
export const life = { looking: 30_000, writing: 6_000 }

/** A request at which somebody is, as far as it decides who is told of it. */
export type Spot = { companyId: string; requestId: string; deskId: string; isConfidential: boolean }

export type Somebody = { personId: string; isStaff: boolean; doing: Doing }

/** One person of this process at one request: by each of their sockets, and what was last said of them. */
export type Own = {
  isStaff: boolean
  name: string
  ways: Map<string, { doing: Doing; heardAt: number }>
  said: Doing | null
  saidAt: number
}

/** Who is at one request: people of this process, and those of whom other processes told. */
export type Place = Spot & {
  own: Map<string, Own>
  others: Map<string, Map<string, { isStaff: boolean; doing: Doing; heardAt: number }>>
}

const strength: Record<Doing, number> = { looking: 0, noting: 1, replying: 2 }
const stronger = (one: Doing | null, other: Doing): Doing =>
  one === null || strength[other] > strength[one] ? other : one

/** What a person does by the strongest of their sockets; drops what has been silent for too long. */
export function doingNow({ ways }: Own, now: number): Doing | null {
  let doing: Doing | null = null
  for (const [way, one] of ways) {
    const silent = now - one.heardAt
    if (silent >= life.looking) ways.delete(way)
    else doing = stronger(doing, silent >= life.writing ? 'looking' : one.doing)
  }
  return doing
}

/** Everybody at a place, each once, whichever process they are at. */
export function peopleAt(place: Place): Somebody[] {
  const people = new Map<string, Somebody>()
  const add = (personId: string, isStaff: boolean, doing: Doing) => {
    const known = people.get(personId)
    people.set(personId, { personId, isStaff, doing: stronger(known?.doing ?? null, doing) })
  }
  for (const [personId, { isStaff, said }] of place.own) if (said) add(personId, isStaff, said)
  for (const others of place.others.values()) {
    for (const [personId, { isStaff, doing }] of others) add(personId, isStaff, doing)
  }
  return [...people.values()].sort((one, other) => (one.personId < other.personId ? -1 : 1))
}

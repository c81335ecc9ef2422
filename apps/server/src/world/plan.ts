import type { Calendar } from './calendar.ts'
import type { Ending } from './endings.ts'
import type { Fate, OpenState } from './life.ts'
import type { Office } from './offices.ts'
import type { Random } from './random.ts'

/** A place in the history: which desk, which number, when, and how it stands now. */
export type Place = {
  office: Office
  number: number
  at: number
  /** Working days up to the present. */
  age: number
  fate: Fate
  isCase: boolean
  /** One of those that came in by the dozen on a bad day. */
  isIncident: boolean
}

export type Quota = readonly [state: OpenState, count: number, fromAge: number, toAge: number]

/** What is open now in a company of 240: mostly young, some waiting for long. */
export const harbourQuotas: readonly Quota[] = [
  ['SUBMITTED', 15, 0, 2.3],
  ['IN_REVIEW', 4, 0.3, 2.5],
  ['IN_PROGRESS', 12, 0.3, 2.6],
  ['IN_PROGRESS', 12, 2.6, 5],
  ['IN_PROGRESS', 8, 5, 8.5],
  ['IN_PROGRESS', 5, 9, 22],
  ['ACTION_REQUIRED', 4, 0.5, 2.6],
  ['ACTION_REQUIRED', 12, 2.6, 8.5],
  ['WAITING', 5, 1.5, 5],
  ['WAITING', 12, 5, 12],
  ['WAITING', 15, 12, 38],
]
export const foxgloveQuotas: readonly Quota[] = [
  ['WAITING', 2, 2, 30],
  ['ACTION_REQUIRED', 2, 0.6, 8.5],
  ['IN_PROGRESS', 3, 0.4, 20],
  ['SUBMITTED', 2, 0, 8],
]

const endings: readonly (readonly [ending: Ending, weight: number, fromAge: number])[] = [
  ['resolved', 86, 0],
  ['reopened', 3.5, 7],
  ['rejected', 3, 5],
  ['withdrawn', 3.5, 0],
  ['duplicate', 2, 0],
  ['noResponse', 2, 22],
]

/** Gives every place its fate: the youngest are new, the quotas are open, all others are done. */
export function planFates(random: Random, places: readonly Place[], quotas: readonly Quota[]): void {
  const isOpen = new Set<Place>()
  const open = (place: Place, state: OpenState) => {
    isOpen.add(place)
    place.fate = { kind: 'open', state }
  }
  const newest = places.filter(({ age }) => age < 0.35)
  for (const place of newest) open(place, 'SUBMITTED')
  for (const [state, count, fromAge, toAge] of quotas) {
    const missing = state === 'SUBMITTED' ? count - newest.length : count
    const fitting = places.filter((place) => !isOpen.has(place) && place.age >= fromAge && place.age <= toAge)
    for (const place of random.shuffle(fitting).slice(0, Math.max(missing, 0))) open(place, state)
  }
  // After holidays there are fewer young ones than the quotas ask for; older ones make up for them.
  const short = quotas.reduce((sum, [, count]) => sum + count, 0) - isOpen.size
  const older = places.filter((place) => !isOpen.has(place) && place.age > 4 && place.age < 60)
  for (const [index, place] of random.shuffle(older).slice(0, Math.max(short, 0)).entries())
    open(place, index % 2 === 0 ? 'IN_PROGRESS' : 'WAITING')
  for (const place of places) {
    if (isOpen.has(place)) continue
    const possible = endings.filter(([, , fromAge]) => place.age >= fromAge)
    const [ending] = random.weighted(possible, ([name, weight]) =>
      name === 'duplicate' && place.isIncident ? weight * 12 : weight,
    )
    place.fate = { kind: 'done', ending }
  }
}

/** Some of the HR places are cases in confidence: four open ones and some of the past. */
export function planCases(random: Random, places: readonly Place[], open: number, done: number): void {
  const hr = random.shuffle(places.filter(({ office }) => office.desk.code === 'HR'))
  const running = hr.filter(({ fate }) => fate.kind === 'open' && fate.state !== 'WAITING')
  const past = hr.filter(
    ({ fate }) => fate.kind === 'done' && (fate.ending === 'resolved' || fate.ending === 'reopened'),
  )
  for (const place of [...running.slice(0, open), ...past.slice(0, done)]) place.isCase = true
}

export const ageOf = (calendar: Calendar, at: number) => calendar.workingBetween(at, calendar.present) / 540

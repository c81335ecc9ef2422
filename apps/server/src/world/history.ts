import { makeArrivals } from './arrivals.ts'
import type { Calendar } from './calendar.ts'
import type { Words } from './content/places.ts'
import type { Story } from './content/story.ts'
import type { Office } from './offices.ts'
import type { Staff } from './people.ts'
import { ageOf, type Place, planCases, planFates, type Quota } from './plan.ts'
import { makeRandom } from './random.ts'
import { makeScribe } from './scribe.ts'
import type { Activity, Company, DeskCode, Request } from './shapes.ts'

export type HistoryPlan = {
  company: Company
  calendar: Calendar
  staff: Staff
  offices: readonly Office[]
  words: Words
  sites: readonly string[]
  /** How many requests a desk has had, and the number of its newest. */
  counts: Partial<Record<DeskCode, readonly [count: number, newest: number]>>
  quotas: readonly Quota[]
  cases: readonly [open: number, done: number]
  stories: readonly Story[]
  /** Those whose open requests are all told by hand. */
  told: readonly string[]
}

const monthsBack = 548

/** Eighteen months of requests of one company, each with its whole timeline. */
export function makeHistory(plan: HistoryPlan): { requests: Request[]; activities: Activity[] } {
  const { company, calendar, offices } = plan
  const random = makeRandom(`history of ${company.slug}`)
  const lastWorkday = calendar.workdayAfter(calendar.present, -1, 16 * 60 + 12)
  const busyDays = new Set(
    [35, 96, 170, 260, 341].map((days) => calendar.dayOf(calendar.workdayAfter(lastWorkday, -days)).start),
  )

  const places = offices.flatMap((office): Place[] => {
    const [count, newest] = plan.counts[office.desk.code] ?? [0, 0]
    const isTold = plan.stories.some(({ desk, back }) => desk === office.desk.code && back === 0)
    const times = makeArrivals(random, calendar, count, {
      days: monthsBack,
      until: isTold ? lastWorkday : calendar.present,
      busyDays: office.desk.code === 'IT' ? busyDays : new Set(),
    })
    return times.map((time, index) => {
      // The hand-told newest request comes at a time of day that its text speaks of.
      const at = isTold && index === count - 1 ? lastWorkday : time
      return {
        office,
        number: newest - count + 1 + index,
        at,
        age: ageOf(calendar, at),
        fate: { kind: 'done', ending: 'resolved' },
        isCase: false,
        isIncident: office.desk.code === 'IT' && busyDays.has(calendar.dayOf(at).start) && random.chance(0.5),
      }
    })
  })

  const storyAt = new Map<Place, Story>()
  for (const story of plan.stories) {
    const desk = places.filter(({ office }) => office.desk.code === story.desk)
    const place = desk[desk.length - 1 - story.back]
    if (place) storyAt.set(place, story)
  }
  const drawn = places.filter((place) => !storyAt.has(place))
  planFates(random, drawn, plan.quotas)
  planCases(random, drawn, ...plan.cases)

  const scribe = makeScribe(plan)
  const journals = places
    .sort((a, b) => a.at - b.at || a.number - b.number)
    .map((place) => {
      const story = storyAt.get(place)
      return story ? scribe.tell(place, story) : scribe.draw(place)
    })
  return {
    requests: journals.map(({ request }) => request),
    activities: journals.flatMap(({ activities }) => activities),
  }
}

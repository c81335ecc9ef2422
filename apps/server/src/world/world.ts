import { makeCalendar } from './calendar.ts'
import { breweryDepartments, departments } from './content/company.ts'
import { itOlderStories } from './content/itOlderStories.ts'
import { itStories } from './content/itStories.ts'
import { foxglovePeople, harbourPeople } from './content/knownPeople.ts'
import { otherStories } from './content/otherStories.ts'
import { breweryWords, harbourWords } from './content/places.ts'
import { makeHistory } from './history.ts'
import { makeOffices } from './offices.ts'
import { makeStaff } from './people.ts'
import { foxgloveQuotas, harbourQuotas } from './plan.ts'
import { idAt, makeRandom } from './random.ts'
import type { Company, World } from './shapes.ts'

const daysBack = 590
const daysAhead = 90

type Setting = Omit<Company, 'id' | 'createdAt'>

const harbour: Setting = {
  name: 'Harbour & Pine',
  slug: 'harbour-pine',
  zone: 'Europe/Madrid',
  locale: 'en-GB',
  emailDomain: 'harbour.example',
}
const foxglove: Setting = {
  name: 'Foxglove Brewing',
  slug: 'foxglove',
  zone: 'Europe/London',
  locale: 'en-GB',
  emailDomain: 'foxglove.example',
}

function begin(setting: Setting, now: Date) {
  const random = makeRandom(setting.slug)
  const calendar = makeCalendar(setting.zone, now, daysBack, daysAhead)
  const first = calendar.days[0]
  if (!first) throw new Error('A company begins on some day.')
  const createdAt = calendar.on(first, 8 * 60)
  const company: Company = { id: idAt(random, createdAt), ...setting, createdAt: new Date(createdAt) }
  return { random, calendar, company }
}

/**
 * The demo world as it stands at the last midnight before `now`, in each company's zone: plain rows, the
 * same for the same day. Everything in it lies before that midnight, except what is due or waited for.
 */
export function makeWorld(now: Date): World {
  const pine = begin(harbour, now)
  const pineStaff = makeStaff(
    pine.random,
    pine.calendar,
    pine.company,
    departments,
    harbourPeople,
    (index) => `+34 910 55 ${1000 + index * 7}`,
  )
  const pineDesks = makeOffices(pine.random, pine.company, pineStaff, harbourPeople, [
    'IT',
    'HR',
    'FINANCE',
    'FACILITIES',
  ])
  const pineHistory = makeHistory({
    company: pine.company,
    calendar: pine.calendar,
    staff: pineStaff,
    offices: pineDesks.offices,
    words: harbourWords,
    sites: ['Madrid', 'Porto', 'Bilbao'],
    counts: { IT: [2250, 4921], HR: [420, 1044], FINANCE: [412, 882], FACILITIES: [318, 318] },
    quotas: harbourQuotas,
    cases: [4, 18],
    stories: [...itStories, ...itOlderStories, ...otherStories],
    told: ['marta', 'jorge'],
  })

  const fox = begin(foxglove, now)
  const foxStaff = makeStaff(
    fox.random,
    fox.calendar,
    fox.company,
    breweryDepartments,
    foxglovePeople,
    (index) => `+44 1632 960${100 + index * 7}`,
  )
  const foxDesks = makeOffices(fox.random, fox.company, foxStaff, foxglovePeople, ['IT', 'FACILITIES'])
  const foxHistory = makeHistory({
    company: fox.company,
    calendar: fox.calendar,
    staff: foxStaff,
    offices: foxDesks.offices,
    words: breweryWords,
    sites: ['Bristol', 'London'],
    counts: { IT: [84, 84], FACILITIES: [36, 36] },
    quotas: foxgloveQuotas,
    cases: [0, 0],
    stories: [],
    told: [],
  })

  const root = {
    id: idAt(pine.random, pine.company.createdAt.getTime()),
    email: 'root@deskhand.example',
    name: 'Platform',
    isSuperAdmin: true,
    createdAt: pine.company.createdAt,
  }
  return {
    companies: [pine.company, fox.company],
    accounts: [root, ...pineStaff.accounts, ...foxStaff.accounts],
    people: [...pineStaff.people, ...foxStaff.people],
    desks: [...pineDesks.desks, ...foxDesks.desks],
    deskMembers: [...pineDesks.deskMembers, ...foxDesks.deskMembers],
    teams: [...pineDesks.teams, ...foxDesks.teams],
    teamMembers: [...pineDesks.teamMembers, ...foxDesks.teamMembers],
    categories: [...pineDesks.categories, ...foxDesks.categories],
    requestTypes: [...pineDesks.requestTypes, ...foxDesks.requestTypes],
    resolutionCodes: [...pineDesks.resolutionCodes, ...foxDesks.resolutionCodes],
    requests: [...pineHistory.requests, ...foxHistory.requests],
    activities: [...pineHistory.activities, ...foxHistory.activities],
  }
}

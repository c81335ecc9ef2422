import type { Scenario } from './content/scenario.ts'
import { confidentialScenarios, scenarios } from './content/scenarios.ts'
import type { HistoryPlan } from './history.ts'
import type { OpenState } from './life.ts'
import type { Office } from './offices.ts'
import type { Place } from './plan.ts'
import type { Random } from './random.ts'
import type { DeskCode, Person } from './shapes.ts'

const day = 86_400_000

/** Finds for every place something that can have happened then, and somebody it can have happened to. */
export function makeCasting({ staff, calendar, company, told, offices }: HistoryPlan) {
  const byMailbox = new Map(staff.people.map((person) => [person.email.split('@')[0] ?? '', person]))
  const toldIds = new Set(told.map((mailbox) => byMailbox.get(mailbox)?.id))
  const members = new Map(
    offices.map(({ desk, staff }) => [desk.code, new Set(staff.map(({ person }) => person.id))] as const),
  )
  const fitting = new Map<Scenario, Person[]>()
  /** What is open now should not all be the same. */
  const openUses = new Map<Scenario, number>()
  for (const code of Object.keys(scenarios))
    for (const one of all(code)) fitting.set(one, staff.people.filter(fits(one)))

  const isThere = (person: Person, at: number) =>
    person.state !== 'INVITED' &&
    person.createdAt.getTime() + day < at &&
    (person.state === 'ACTIVE' || (person.lastSignInAt !== null && person.lastSignInAt.getTime() - day > at))

  /** Some people ask for help every other week, most hardly ever. */
  const eagerness = (person: Person) => {
    if (toldIds.has(person.id)) return 0.75
    const spread = Number.parseInt(person.id.slice(-4), 16) / 65_536
    return 0.12 + 0.6 * spread * spread
  }

  function drawRequester(random: Random, place: Place, scenario: Scenario): Person | null {
    const people = fitting.get(scenario) ?? []
    if (people.length === 0) return null
    for (let tries = 0; tries < 60; tries++) {
      const person = random.pick(people)
      const isBusy = members.get(place.office.desk.code)?.has(person.id) === true
      const isTold = place.fate.kind === 'open' && toldIds.has(person.id)
      if (isThere(person, place.at) && !isBusy && !isTold && random.chance(eagerness(person))) return person
    }
    return null
  }

  const suits = (place: Place, month: number, mayBeLate: boolean) => (scenario: Scenario) => {
    const { fate, age } = place
    if (scenario.months && !scenario.months.includes(month)) return false
    if (fate.kind === 'open') {
      if (!scenario.isSlow && age > patience(place, scenario, fate.state)) return false
      if (!mayBeLate && runsLate(place, scenario, fate.state)) return false
      if (scenario.wait?.day && age > (scenario.wait.day === 'weekday' ? 1.8 : 8)) return false
      if (fate.state === 'WAITING') return scenario.wait !== undefined
      if (fate.state === 'ACTION_REQUIRED') return scenario.exchange !== undefined
      return true
    }
    if (scenario.wait?.day && age < (scenario.wait.day === 'weekday' ? 14 : 48)) return false
    return fate.ending !== 'rejected' || scenario.reject !== undefined
  }

  return {
    person: (mailbox: string): Person => {
      const person = byMailbox.get(mailbox)
      if (!person) throw new Error(`Nobody at ${company.name} is ${mailbox}.`)
      return person
    },

    /** Those who may be named in a text of this person: of the same department when there are any. */
    colleagues: (person: Person, at: number): Person[] => {
      const others = staff.people.filter((other) => other !== person && isThere(other, at))
      const near = others.filter(
        ({ department, site }) => department === person.department && site === person.site,
      )
      return near.length > 0 ? near : others
    },

    cast(random: Random, place: Place): { scenario: Scenario; requester: Person } {
      const { code } = place.office.desk
      const { month } = calendar.dayOf(place.at)
      const isOpen = place.fate.kind === 'open'
      const first = scenarios[code][0]
      const pool = place.isCase ? confidentialScenarios : scenarios[code]
      // A quarter of what is being worked on may be overdue; the desks do keep most of their promises.
      const inTime = pool.filter(suits(place, month, random.chance(0.22)))
      const possible = inTime.length > 0 ? inTime : pool.filter(suits(place, month, true))
      const choice = possible.length > 0 ? possible : pool.filter(({ wait }) => !wait?.day)
      for (let tries = 0; tries < 40; tries++) {
        const scenario =
          place.isIncident && first && tries === 0 && choice.includes(first)
            ? first
            : random.weighted(choice, (one) => one.weight / (1 + (isOpen ? 4 * (openUses.get(one) ?? 0) : 0)))
        const requester = drawRequester(random, place, scenario)
        if (!requester) continue
        if (isOpen) openUses.set(scenario, (openUses.get(scenario) ?? 0) + 1)
        return { scenario, requester }
      }
      throw new Error(`Nobody can have asked for ${place.office.desk.prefix}-${place.number}.`)
    },
  }
}

const isDesk = (code: string): code is DeskCode => code in scenarios
const all = (code: string): readonly Scenario[] =>
  isDesk(code) ? [...scenarios[code], ...(code === 'HR' ? confidentialScenarios : [])] : []

const handsOn = new Set([
  'Warehouse worker',
  'Packer',
  'Forklift driver',
  'Caretaker',
  'Cellar hand',
  'Bartender',
])
const officeWork = new Set(
  'requisition vendor invoice budget fin-other card expense software app-problem new-device mailbox room accessory starter leaver access onboarding vpn'.split(
    ' ',
  ),
)

const fits =
  (scenario: Scenario) =>
  ({ department, site, jobTitle }: Person): boolean =>
    (!handsOn.has(jobTitle) || !officeWork.has(scenario.type)) &&
    (!scenario.departments || scenario.departments.includes(department)) &&
    (!scenario.sites || scenario.sites.includes(site))

/** How many working days such a request can be open before one would wonder. */
function patience({ office }: Place, { type, wait }: Scenario, state: OpenState): number {
  const promised = promisedDays(office, type)
  return state === 'WAITING' ? 8 + (wait?.days[1] ?? 0) * 2 : 1 + promised * 2
}

const promisedDays = (office: Office, type: string) => (office.types.get(type)?.slaHours ?? 16) / 9
const runsLate = ({ office, age }: Place, { type }: Scenario, state: OpenState) =>
  state !== 'WAITING' && state !== 'ACTION_REQUIRED' && age > promisedDays(office, type) - 0.1

import type { WorldEscalation, WorldPolicy } from '../promises.ts'

type Hours = { from: string; until: string }
type WorldCalendar = {
  name: string
  zone: string
  week: Hours[][]
  holidays: { date: string; name: string }[]
  isDefault: boolean
  desks: string[]
  sites: string[]
}

const open = (...pairs: [from: string, until: string][]): Hours[] =>
  pairs.map(([from, until]) => ({ from, until }))
const office = open(['09:00', '18:00'])
const long = open(['08:00', '20:00'])
const split = open(['09:00', '14:00'], ['15:00', '18:00'])
const morning = open(['09:00', '14:00'])
const lisbon = open(['09:00', '13:00'], ['14:00', '18:00'])
const five = (day: Hours[], friday = day): Hours[][] => [day, day, day, day, friday, [], []]

/** Days of the year that are holidays every year, for the years that the world may be opened in. */
const years = [2025, 2026, 2027, 2028]
const yearly = (days: [day: string, name: string][]) =>
  years.flatMap((year) => days.map(([day, name]) => ({ date: `${year}-${day}`, name })))
const spain = yearly([
  ['01-01', 'New Year'],
  ['01-06', 'Epiphany'],
  ['05-01', 'Labour Day'],
  ['08-15', 'Assumption'],
  ['10-12', 'National Day'],
  ['12-08', 'Immaculate Conception'],
  ['12-25', 'Christmas'],
])
const portugal = yearly([
  ['01-01', 'New Year'],
  ['04-25', 'Freedom Day'],
  ['05-01', 'Labour Day'],
  ['06-10', 'Portugal Day'],
  ['12-01', 'Independence'],
  ['12-08', 'Immaculate Conception'],
  ['12-25', 'Christmas'],
])

const madrid = 'Europe/Madrid'
const harbour: WorldCalendar[] = [
  {
    name: 'Madrid office',
    zone: madrid,
    week: five(office),
    holidays: spain,
    isDefault: true,
    desks: [],
    sites: ['Madrid', 'Bilbao'],
  },
  {
    name: 'IT service hours',
    zone: madrid,
    week: five(long),
    holidays: spain,
    isDefault: false,
    desks: ['IT'],
    sites: [],
  },
  {
    name: 'HR with lunch',
    zone: madrid,
    week: five(split, morning),
    holidays: spain,
    isDefault: false,
    desks: ['HR'],
    sites: [],
  },
  {
    name: 'Porto office',
    zone: 'Europe/Lisbon',
    week: five(lisbon),
    holidays: portugal,
    isDefault: false,
    desks: [],
    sites: ['Porto'],
  },
]
export const calendarsOf = (slug: string): WorldCalendar[] => (slug === 'harbour-pine' ? harbour : [])

const minutes = (firstResponse: number | null, nextResponse: number | null, resolution: number | null) => ({
  firstResponse,
  nextResponse,
  resolution,
})
const pauses: WorldPolicy['pauses'] = {
  actionRequired: true,
  approval: true,
  waiting: {
    VENDOR: true,
    PART: true,
    DELIVERY: true,
    CHANGE: false,
    APPOINTMENT: true,
    DATE: true,
    OTHER: false,
  },
}
const targets: WorldPolicy['targets'] = {
  CRITICAL: minutes(15, 30, 240),
  HIGH: minutes(60, 120, 480),
  MEDIUM: minutes(480, 960, null),
  LOW: minutes(960, 1440, null),
}
const itSteps: WorldEscalation['steps'] = [
  {
    id: 'first-75',
    target: 'FIRST_RESPONSE',
    moment: { at: 'PERCENT', percent: 75 },
    action: { do: 'NOTIFY', whom: 'TEAM' },
  },
  {
    id: 'resolution-75',
    target: 'RESOLUTION',
    moment: { at: 'PERCENT', percent: 75 },
    action: { do: 'NOTIFY', whom: 'ASSIGNEE' },
  },
  {
    id: 'resolution-due',
    target: 'RESOLUTION',
    moment: { at: 'PERCENT', percent: 100 },
    action: { do: 'PAGE' },
  },
  {
    id: 'resolution-2h',
    target: 'RESOLUTION',
    moment: { at: 'AFTER', minutes: 120 },
    action: { do: 'NOTIFY', whom: 'SUPERVISORS' },
  },
]

const harbourEscalations: WorldEscalation[] = [
  { name: 'Tell the desk, then who leads it', steps: itSteps },
  {
    name: 'Tell who leads the desk',
    steps: [
      {
        id: 'first-due',
        target: 'FIRST_RESPONSE',
        moment: { at: 'PERCENT', percent: 100 },
        action: { do: 'NOTIFY', whom: 'SUPERVISORS' },
      },
    ],
  },
]
export const escalationsOf = (slug: string): WorldEscalation[] =>
  slug === 'harbour-pine' ? harbourEscalations : []

const harbourPolicies: WorldPolicy[] = [
  {
    name: 'IT in Porto',
    desk: 'IT',
    site: 'Porto',
    calendar: 'Porto office',
    targets,
    pauses,
    atRiskPercent: 75,
    escalation: 'Tell the desk, then who leads it',
  },
  {
    name: 'IT',
    desk: 'IT',
    site: null,
    calendar: null,
    targets,
    pauses,
    atRiskPercent: 75,
    escalation: 'Tell the desk, then who leads it',
  },
  {
    name: 'HR',
    desk: 'HR',
    site: null,
    calendar: null,
    targets: {
      CRITICAL: minutes(120, 240, null),
      HIGH: minutes(240, 480, null),
      MEDIUM: minutes(960, 1440, null),
      LOW: minutes(960, 1440, null),
    },
    pauses,
    atRiskPercent: 80,
    escalation: 'Tell who leads the desk',
  },
]
/** Finance and Facilities promise what each kind of request says, and no more. */
export const policiesOf = (slug: string): WorldPolicy[] => (slug === 'harbour-pine' ? harbourPolicies : [])

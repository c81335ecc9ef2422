import type { Calendar, Day } from './calendar.ts'
import { firstNames, lastNames } from './content/names.ts'
import { doors, floors, printers, rooms, shares, type Words } from './content/places.ts'
import type { Random } from './random.ts'
import type { Person } from './shapes.ts'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const weekdays = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const monthName = (index: number) => months[(index + 11) % 12] ?? ''
const weekdayName = (day: Day) => weekdays[day.weekday - 1] ?? ''
const dateName = (day: Day) => `${day.day} ${monthName(day.month)}`

const ordinals = ['ground', 'first', 'second', 'third', 'fourth']
const floorNumber = (floor: string) =>
  Math.max(
    ordinals.findIndex((word) => floor.startsWith(word)),
    0,
  )

export type Slots = {
  /** The template in this request's words, said at this moment. */
  fill: (template: string, at: number, more?: Record<string, string>) => string
  /** The day that `{startDate}` or `{weekday}` names. */
  dayOf: (slot: 'startDate' | 'weekday') => number
}

export type SlotSource = {
  random: Random
  calendar: Calendar
  words: Words
  sites: readonly string[]
  requester: Person
  manager: Person | undefined
  colleagues: readonly Person[]
  departments: readonly string[]
  createdAt: number
}

/** Fills slots, each one once per request, so that a text and its answer speak of the same printer. */
export function makeSlots(source: SlotSource): Slots {
  const { random, calendar, requester, createdAt } = source
  const filled = new Map<string, string>()
  const today = calendar.dayOf(createdAt)
  const coming = calendar.workdayAfter(createdAt, random.int(2, 4))
  const start = calendar.workdayAfter(createdAt, random.int(9, 18))
  const pastDay = calendar.dayOf(calendar.workdayAfter(createdAt, -random.int(1, 3)))
  const euros = (amount: number) =>
    `€${amount.toLocaleString('en-GB', { minimumFractionDigits: amount < 1000 ? 2 : 0 })}`
  const drawn = (): [string, string] => [random.pick(firstNames), random.pick(lastNames)]
  const [newcomer, leaver] = [drawn(), drawn()]
  const colleague = random.pick(source.colleagues)
  const manager = source.manager ?? colleague
  const [room, otherRoom] = random.shuffle(rooms[requester.site] ?? ['the meeting room', 'the small room'])
  const laptop = random.int(12, 489).toString().padStart(5, '0')

  const draws: Record<string, () => string> = {
    first: () => requester.firstName,
    dept: () => requester.department,
    otherDept: () => random.pick(source.departments.filter((name) => name !== requester.department)),
    site: () => requester.site,
    otherSite: () => random.pick(source.sites.filter((site) => site !== requester.site)),
    colleague: () => `${colleague.firstName} ${colleague.lastName}`,
    colleagueFirst: () => colleague.firstName,
    manager: () => `${manager.firstName} ${manager.lastName}`,
    managerFirst: () => manager.firstName,
    newcomer: () => newcomer.join(' '),
    newcomerFirst: () => newcomer[0],
    leaver: () => leaver.join(' '),
    room: () => room ?? 'the meeting room',
    otherRoom: () => otherRoom ?? 'the small room',
    share: () => random.pick(shares[requester.department] ?? ['Projects/Current']),
    floor: () => random.pick(floors[requester.site] ?? ['first floor']),
    printer: () => random.pick(printers[requester.site] ?? ['PR-01']),
    door: () => random.pick(doors[requester.site] ?? ['the side door']),
    desk: () =>
      `desk ${floorNumber(slot('floor', createdAt, {}))}.${random.int(1, 38).toString().padStart(2, '0')}`,
    laptopTag: () => `LT-${laptop}`,
    minutes: () => `${random.int(1, 8) * 5}`,
    n: () => `${random.int(2, 9)}`,
    nn: () => `${random.int(12, 48)}`,
    amount: () => euros(random.int(1800, 68000) / 100),
    advance: () => euros(random.int(6, 24) * 50),
    bigAmount: () => euros(random.int(8, 96) * 125),
    po: () => `PO-${random.int(10200, 14900)}`,
    invoice: () => `invoice ${random.int(20100, 28900)}`,
    weekday: () => weekdayName(calendar.dayOf(coming)),
    pastDay: () => weekdayName(pastDay),
    pastDate: () => dateName(calendar.dayOf(createdAt - random.int(4, 20) * 86_400_000)),
    startDate: () => dateName(calendar.dayOf(start)),
    firstOf: () => `1 ${monthName(((today.month + (today.day > 22 ? 1 : 0)) % 12) + 1)}`,
    month: () => monthName(today.month - 1),
    thisMonth: () => monthName(today.month),
    nextMonth: () => monthName(today.month + 1),
    oldYear: () => `${today.year - random.int(4, 6)}`,
    ...Object.fromEntries(
      Object.entries(source.words).map(([slot, list]) => [slot, () => random.pick(list)] as const),
    ),
  }

  const soon = (at: number) => {
    if (calendar.dayOf(at).weekday <= 5 && calendar.minuteOf(at) < 12 * 60 && random.chance(0.4))
      return 'this afternoon'
    const next = calendar.dayOf(calendar.workdayAfter(at, 1))
    return next.start - calendar.dayOf(at).start < 26 * 3_600_000 ? 'tomorrow' : `on ${weekdayName(next)}`
  }
  const later = (at: number) => {
    const day = calendar.dayOf(calendar.workdayAfter(at, random.int(2, 4)))
    return `${weekdayName(day)} ${dateName(day)}`
  }
  const slot = (name: string, at: number, more: Record<string, string>): string => {
    const given = more[name]
    if (given !== undefined) return given
    if (name === 'soon') return soon(at)
    if (name === 'later') return later(at)
    const before = filled.get(name)
    if (before !== undefined) return before
    const draw = draws[name]
    if (!draw) throw new Error(`No text has a slot called ${name}.`)
    const text = draw()
    filled.set(name, text)
    return text
  }
  return {
    fill: (template, at, more = {}) => {
      const text = template.replace(/\{(\w+)\}/g, (_, name: string) => slot(name, at, more))
      return text.charAt(0).toUpperCase() + text.slice(1)
    },
    dayOf: (name) => (name === 'startDate' ? start : coming),
  }
}

/** "Thursday 26 November", for the day something is expected. */
export function dayName(calendar: Calendar, at: number): string {
  const day = calendar.dayOf(at)
  return `${weekdayName(day)} ${dateName(day)}`
}

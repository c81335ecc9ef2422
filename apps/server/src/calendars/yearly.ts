import { words } from './words.ts'

/** Why an event cannot be a holiday, in a sentence. */
export class NoHoliday extends Error {}

/** A day of the week, the `nth` of its month or year, from the end where it is negative; null for any. */
type Weekday = { nth: number | null; day: number }

/** How a holiday comes again; an empty list stands for what its first day says. */
export type Yearly = {
  every: number
  count: number | null
  until: string | null
  months: number[]
  monthDays: number[]
  weekdays: Weekday[]
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const known = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST'])

/**
 * Reads the rule of a holiday (RFC 5545): once a year, on days that exist. Rules that come more often, and parts
 * that holidays do not need, are refused: a general iterator can search for ever for a day that never comes.
 */
export function readYearly(text: string): Yearly {
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().split(';')) {
    const [name = '', value = ''] = part.split('=', 2)
    if (!known.has(name) || parts.has(name)) throw new NoHoliday(words.odd('RRULE', part))
    parts.set(name, value)
  }
  if (parts.get('FREQ') !== 'YEARLY') throw new NoHoliday(words.notYearly(parts.get('FREQ') ?? ''))
  const wkst = parts.get('WKST')
  if (wkst !== undefined && !weekdayNames.includes(wkst)) throw new NoHoliday(words.odd('WKST', wkst))
  const rule: Yearly = {
    every: numberOf(parts, 'INTERVAL', 1_000) ?? 1,
    count: numberOf(parts, 'COUNT', 10_000),
    until: untilOf(parts.get('UNTIL')),
    months: numbersOf(parts, 'BYMONTH', 1, 12),
    monthDays: numbersOf(parts, 'BYMONTHDAY', -31, 31),
    weekdays: weekdaysOf(parts),
  }
  if (rule.weekdays.length > 0 && rule.monthDays.length === 0 && rule.weekdays.some(({ nth }) => !nth))
    throw new NoHoliday(words.whichOne)
  return rule
}

function numberOf(parts: ReadonlyMap<string, string>, name: string, most: number): number | null {
  const text = parts.get(name)
  if (text === undefined) return null
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0
  if (value < 1 || value > most) throw new NoHoliday(words.odd(name, text))
  return value
}

function numbersOf(parts: ReadonlyMap<string, string>, name: string, least: number, most: number): number[] {
  const numbers = (parts.get(name)?.split(',') ?? []).map((text) => {
    const value = /^[+-]?\d{1,2}$/.test(text) ? Number(text) : 0
    if (value === 0 || value < least || value > most) throw new NoHoliday(words.odd(name, text))
    return value
  })
  return [...new Set(numbers)]
}

function weekdaysOf(parts: ReadonlyMap<string, string>): Weekday[] {
  const most = parts.has('BYMONTH') || parts.has('BYMONTHDAY') ? 5 : 53
  const texts = [...new Set(parts.get('BYDAY')?.split(','))]
  return texts.map((text) => {
    const [, ordinal, name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? []
    const nth = ordinal === undefined ? null : Number(ordinal)
    const day = weekdayNames.indexOf(name) + 1
    if (day === 0 || nth === 0 || Math.abs(nth ?? 1) > most) throw new NoHoliday(words.odd('BYDAY', text))
    return { nth, day }
  })
}

function untilOf(text: string | undefined): string | null {
  if (text === undefined) return null
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/.exec(text) ?? []
  const until = `${year}-${month}-${day}`
  if (!isDay(until)) throw new NoHoliday(words.odd('UNTIL', text))
  return until
}

/** A day of the calendar that files use since 1583. */
export function isDay(text: string): boolean {
  if (!/^(?:1[6-9]|2\d)\d\d-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/**
 * The days on which it begins, in order, from about `fromYear` to the end of `toYear`. It goes from year to year, so
 * it ends; `spend` hears of every day looked at, before it is.
 */
export function* startsOf(
  rule: Yearly,
  begins: string,
  { fromYear, toYear }: { fromYear: number; toYear: number },
  spend: (days: number) => void,
): Generator<string> {
  const startYear = Number(begins.slice(0, 4))
  const skipped = rule.count === null ? Math.ceil((fromYear - startYear) / rule.every) : 0
  let count = 0
  for (let year = startYear + Math.max(0, skipped) * rule.every; year <= toYear; year += rule.every) {
    for (const date of datesIn(year, rule, begins, spend)) {
      if (date < begins) continue
      if (rule.until !== null && date > rule.until) return
      count += 1
      if (rule.count !== null && count > rule.count) return
      yield date
    }
  }
}

/** Whether no year has such a day: 30 February. */
export function neverComes(rule: Yearly, begins: string): boolean {
  if (isByWeekday(rule)) return false
  const { months, days } = placesOf(rule, begins)
  // 2000 has a 29 February.
  return !months.some((month) => days.some((day) => dayOf(2000, month, day) !== null))
}

const isByWeekday = ({ weekdays, monthDays }: Yearly) => weekdays.length > 0 && monthDays.length === 0

const everyMonth = Array.from({ length: 12 }, (_, index) => index + 1)

function placesOf({ months, monthDays }: Yearly, begins: string) {
  const [, month, day] = begins.split('-').map(Number)
  const whichMonths = monthDays.length > 0 ? everyMonth : [Number(month)]
  return {
    months: months.length > 0 ? months : whichMonths,
    days: monthDays.length > 0 ? monthDays : [Number(day)],
  }
}

function datesIn(year: number, rule: Yearly, begins: string, spend: (days: number) => void): string[] {
  const found: string[] = []
  if (isByWeekday(rule)) {
    // Without months, the year is one long month.
    const spans =
      rule.months.length > 0
        ? rule.months.map((month) => ({ month, length: lengthOf(year, month) }))
        : [{ month: 1, length: lengthOf(year, 2) + 337 }]
    spend(spans.length * rule.weekdays.length)
    for (const { month, length } of spans) {
      for (const weekday of rule.weekdays) {
        const offset = offsetOf(weekday, firstOf(year, month), length)
        if (offset >= 0 && offset < length) found.push(textOf(year, month, 1 + offset))
      }
    }
  } else {
    const { months, days } = placesOf(rule, begins)
    spend(months.length * days.length)
    for (const month of months) {
      for (const given of days) {
        const day = dayOf(year, month, given)
        if (day !== null && fits(year, month, day, rule.weekdays)) found.push(textOf(year, month, day))
      }
    }
  }
  return [...new Set(found)].sort()
}

// Temporal is twenty times as slow, and a file can ask for a hundred thousand days.
const lengthOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const firstOf = (year: number, month: number) => new Date(Date.UTC(year, month - 1, 1)).getUTCDay() || 7
/** The day so far into the month, or beyond it. */
const textOf = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

/** How far the nth such weekday is from the first day of a span, which is a `first` of the week. */
function offsetOf({ nth, day }: Weekday, first: number, length: number): number {
  const before = (day - first + 7) % 7
  if (nth !== null && nth > 0) return before + 7 * (nth - 1)
  const last = before + 7 * Math.floor((length - 1 - before) / 7)
  return last + 7 * ((nth ?? -1) + 1)
}

/** The day of the month, counted from its end where it is negative; null where the month has none. */
function dayOf(year: number, month: number, day: number): number | null {
  const length = lengthOf(year, month)
  const place = day > 0 ? day : length + 1 + day
  return place >= 1 && place <= length ? place : null
}

function fits(year: number, month: number, day: number, weekdays: readonly Weekday[]): boolean {
  if (weekdays.length === 0) return true
  const first = firstOf(year, month)
  return weekdays.some((one) =>
    one.nth === null
      ? (first + day - 2) % 7 === one.day - 1
      : offsetOf(one, first, lengthOf(year, month)) === day - 1,
  )
}

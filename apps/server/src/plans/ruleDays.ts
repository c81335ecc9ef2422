import type { Rule } from './readRule.ts'

/** Days are counted from 1970-01-01, so that a rule is arithmetic with whole numbers. */
const dayLength = 86_400_000
const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month, day) / dayLength
const dateOf = (day: number): Date => new Date(day * dayLength)

export const dayOfText = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayLength
export const textOfDay = (day: number): string => dateOf(day).toISOString().slice(0, 10)

/** So far ahead a next date is looked for: 29 February comes, also every ten years, and in 2096 to 2104. */
export const reach = 40 * 366

type Period = { first: number; last: number }

/**
 * The days of a rule in order, period by period (an empty one has none), beginning no later than with those on `from`.
 * It ends by itself: with the rule's count, or where nothing came for `reach` days.
 */
export function* periodsOf(rule: Rule, start: number, from: number): Generator<number[]> {
  // What is counted is counted from its start; all else begins where it is asked for.
  let at = rule.count === null ? placeOf(rule, start, from) : 0
  const fits = fitting(rule, start)
  let left = rule.count ?? Number.POSITIVE_INFINITY
  let latest = rule.count === null ? Math.max(start, from) : start
  for (; left > 0; at += 1) {
    const period = periodAt(rule, start, at)
    if (period.first > latest + reach) return
    const days = daysIn(rule, period, fits)
      .filter((day) => day >= start)
      .slice(0, left)
    left -= days.length
    latest = Math.max(latest, days.at(-1) ?? latest)
    yield days
  }
}

/** The number of the period in which this day lies, or of the last one before it. */
function placeOf({ frequency, interval, weekStart }: Rule, start: number, day: number): number {
  const [first, then] = [dateOf(start), dateOf(day)]
  const years = then.getUTCFullYear() - first.getUTCFullYear()
  const passed = {
    DAILY: day - start,
    WEEKLY: (weekOf(day, weekStart) - weekOf(start, weekStart)) / 7,
    MONTHLY: years * 12 + then.getUTCMonth() - first.getUTCMonth(),
    YEARLY: years,
  }
  return Math.max(0, Math.floor(passed[frequency] / interval))
}

function periodAt({ frequency, interval, weekStart }: Rule, start: number, place: number): Period {
  const passed = place * interval
  switch (frequency) {
    case 'DAILY':
      return { first: start + passed, last: start + passed }
    case 'WEEKLY': {
      const first = weekOf(start, weekStart) + 7 * passed
      return { first, last: first + 6 }
    }
    case 'MONTHLY': {
      const year = dateOf(start).getUTCFullYear()
      const month = dateOf(start).getUTCMonth() + passed
      return { first: dayOf(year, month, 1), last: dayOf(year, month + 1, 0) }
    }
    case 'YEARLY': {
      const year = dateOf(start).getUTCFullYear() + passed
      return { first: dayOf(year, 0, 1), last: dayOf(year, 11, 31) }
    }
  }
}

/** Monday is 1. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1
/** The first day of the week of this day. */
const weekOf = (day: number, weekStart: number): number => day - ((weekdayOf(day) - weekStart + 7) % 7)

function daysIn({ bySetPos }: Rule, { first, last }: Period, fits: (day: number) => boolean): number[] {
  const days: number[] = []
  for (let day = first; day <= last; day += 1) if (fits(day)) days.push(day)
  return bySetPos.length === 0
    ? days
    : days.filter((_, at) => bySetPos.some((place) => place === at + 1 || place === at - days.length))
}

/** Whether a day fits; what a rule leaves open is as on its first day (RFC 5545 §3.3.10). */
function fitting({ frequency, byDay, byMonthDay, byMonth }: Rule, start: number): (day: number) => boolean {
  const first = dateOf(start)
  const isOpen = byDay.length === 0 && byMonthDay.length === 0
  const ofYear = frequency === 'YEARLY'
  const months = ofYear && isOpen && byMonth.length === 0 ? [first.getUTCMonth() + 1] : byMonth
  const monthDays = isOpen && (ofYear || frequency === 'MONTHLY') ? [first.getUTCDate()] : byMonthDay
  const days =
    frequency === 'WEEKLY' && byDay.length === 0 ? [{ weekday: weekdayOf(start), nth: null }] : byDay
  const countsInYear = ofYear && byMonth.length === 0
  return (day) => {
    // Asked of every day until one fits: what is cheap and says no comes first.
    const weekday = weekdayOf(day)
    if (days.length > 0 && !days.some((one) => one.weekday === weekday)) return false
    const date = dateOf(day)
    const month = date.getUTCMonth()
    if (months.length > 0 && !months.includes(month + 1)) return false
    const year = date.getUTCFullYear()
    const inMonth = date.getUTCDate()
    const end = dayOf(year, month + 1, 0)
    const fromEnd = inMonth - dateOf(end).getUTCDate() - 1
    if (monthDays.length > 0 && !monthDays.includes(inMonth) && !monthDays.includes(fromEnd)) return false
    if (days.length === 0) return true
    const [begin, close] = countsInYear ? [dayOf(year, 0, 1), dayOf(year, 11, 31)] : [day - inMonth + 1, end]
    const nth = Math.floor((day - begin) / 7) + 1
    const nthFromEnd = -Math.floor((close - day) / 7) - 1
    return days.some(
      (one) => one.weekday === weekday && (one.nth === null || one.nth === nth || one.nth === nthFromEnd),
    )
  }
}

import { words } from './words.ts'

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A recurrence rule, every part of it known and in range. */
export type Rule = {
  frequency: Frequency
  interval: number
  count: number | null
  /** `20270101`, `20270101T083000` or `20270101T073000Z`. */
  until: string | null
  /** Monday is 1; `nth` is the place in the month or year, from its end when negative. */
  byDay: { weekday: number; nth: number | null }[]
  byMonthDay: number[]
  byMonth: number[]
  bySetPos: number[]
  weekStart: number
}

/** About ten years; beyond that nobody knows what they plan. */
const longestInterval: Record<Frequency, number> = { DAILY: 999, WEEKLY: 520, MONTHLY: 120, YEARLY: 10 }
const known = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'WKST']
const ofTime = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
const tooOften = ['HOURLY', 'MINUTELY', 'SECONDLY']

class Refusal extends Error {}
const refuse = (sentence: string) => new Refusal(sentence)

/**
 * The rule that a text says, or the sentence why it is none. What is not listed here is refused, so that whoever
 * computes with a rule can rely on it.
 */
export function readRule(text: string): Rule | string {
  try {
    return read(partsOf(text))
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.message
    throw thrown
  }
}

function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().split(';')) {
    const [, key, value] = /^([^=\s]+)=(.*)$/.exec(part) ?? []
    if (key === undefined || value === undefined) throw refuse(words.badRule)
    if (ofTime.includes(key)) throw refuse(words.timeInRule)
    if (!known.includes(key)) throw refuse(words.unknownPart(key, known))
    if (parts.has(key)) throw refuse(words.twice(key))
    parts.set(key, value)
  }
  return parts
}

function read(parts: ReadonlyMap<string, string>): Rule {
  const given = parts.get('FREQ')
  if (tooOften.includes(given ?? '')) throw refuse(words.tooOften)
  const frequency = frequencies.find((one) => one === given)
  if (!frequency) throw refuse(words.badRule)
  const number = (key: string, most: number): number | null => {
    const value = parts.get(key)
    if (value === undefined) return null
    if (!/^\d{1,4}$/.test(value) || Number(value) < 1 || Number(value) > most)
      throw refuse(words.part(key, words.from1(most)))
    return Number(value)
  }
  const numbers = (key: string, most: number, fromEnd: boolean): number[] =>
    listOf(parts, key).map((value) => {
      const size = Math.abs(Number(value))
      if (!(fromEnd ? /^[+-]?\d{1,3}$/ : /^\d{1,2}$/).test(value) || size < 1 || size > most)
        throw refuse(words.part(key, fromEnd ? words.from1OrEnd(most) : words.from1(most)))
      return Number(value)
    })
  const byMonth = numbers('BYMONTH', 12, false)
  const rule: Rule = {
    frequency,
    interval: number('INTERVAL', longestInterval[frequency]) ?? 1,
    count: number('COUNT', 9_999),
    until: until(parts.get('UNTIL')),
    byDay: days(listOf(parts, 'BYDAY'), frequency === 'YEARLY' && byMonth.length === 0 ? 53 : 5),
    byMonthDay: numbers('BYMONTHDAY', 31, true),
    byMonth,
    bySetPos: numbers('BYSETPOS', 366, true),
    weekStart: weekdays.indexOf(parts.get('WKST') ?? 'MO') + 1,
  }
  mustAgree(rule)
  return rule
}

/** Each part alone was in range; now together. */
function mustAgree({ frequency, count, until, byDay, byMonthDay, byMonth, bySetPos, weekStart }: Rule): void {
  const hasNth = byDay.some(({ nth }) => nth !== null)
  if (weekStart === 0) throw refuse(words.part('WKST', words.weekday))
  if (count !== null && until !== null) throw refuse(words.part('COUNT', words.countOrUntil))
  if (hasNth && frequency !== 'MONTHLY' && frequency !== 'YEARLY')
    throw refuse(words.part('BYDAY', words.nthOfMonths))
  if (hasNth && byMonthDay.length > 0) throw refuse(words.part('BYDAY', words.nthOrMonthDay))
  if (byMonthDay.length > 0 && frequency === 'WEEKLY')
    throw refuse(words.part('BYMONTHDAY', words.noMonthDayOfWeeks))
  if (bySetPos.length > 0 && byDay.length + byMonthDay.length + byMonth.length === 0)
    throw refuse(words.part('BYSETPOS', words.setPosOfWhat))
}

const listOf = (parts: ReadonlyMap<string, string>, key: string): string[] => {
  const value = parts.get(key)
  return value === undefined ? [] : [...new Set(value.split(','))]
}

const days = (values: readonly string[], most: number): Rule['byDay'] =>
  values.map((value) => {
    const [, nth, name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(value) ?? []
    const weekday = weekdays.indexOf(name) + 1
    const place = nth === undefined ? null : Number(nth)
    if (weekday === 0 || place === 0 || Math.abs(place ?? 1) > most)
      throw refuse(words.part('BYDAY', words.days(most)))
    return { weekday, nth: place }
  })

function until(value: string | undefined): string | null {
  if (value === undefined) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(2[01]\d\d)(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(value) ?? []
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  const at = new Date(text)
  if (Number.isNaN(at.getTime()) || at.toISOString() !== text) throw refuse(words.part('UNTIL', words.until))
  return value
}

import { zone as knownZone } from '@deskhand/contract'
import { RRuleTemporal } from 'rrule-temporal'
import { toText } from 'rrule-temporal/totext'
import { refuseField } from '../platform/stop.ts'
import { type Rule, readRule } from './readRule.ts'
import { dayOfText, periodsOf, textOfDay } from './ruleDays.ts'
import { words } from './words.ts'

/** When something comes again: a rule, and its first day and time on the wall of a zone. */
export type When = { rule: string; startsOn: string; time: string; zone: string }

const earliestStart = '2000-01-01'
const furthestStart = 10

function read({ rule, startsOn }: When): Rule {
  const known = readRule(rule)
  if (typeof known === 'string') throw refuseField('rule', known)
  if (startsOn < earliestStart) throw refuseField('startsOn', words.startsTooFar)
  return known
}

/** Why no dates can be had of this, however it came to be stored; null when they can. */
export function refusalOf(when: When): string | null {
  const known = readRule(when.rule)
  if (typeof known === 'string') return known
  if (when.startsOn < earliestStart) return words.startsTooFar
  return knownZone.safeParse(when.zone).success ? null : words.badZone
}

/** The first date after this moment; null when none is left. */
export const nextAfter = (when: When, after: Date): Date | null => nextDates(when, after, 1)[0] ?? null

/** The next so many dates after this moment. */
export function nextDates(when: When, after: Date, most: number): Date[] {
  const dates: Date[] = []
  for (const day of daysFrom(when, after)) {
    const date = dateOn(when, day)
    if (date && date > after) dates.push(date)
    if (dates.length === most) break
  }
  return dates
}

/** Every date from `from` up to `until`, both included, the newest so many of them. */
export function datesBetween(when: When, from: Date, until: Date, most: number): Date[] {
  const days: number[] = []
  const end = dayAt(when.zone, until)
  for (const day of daysFrom(when, from)) {
    if (day > end) break
    days.push(day)
  }
  // The last day's time may still be to come; no other's is, so only these are looked up in the zone.
  return days
    .slice(-most - 1)
    .flatMap((day) => dateOn(when, day) ?? [])
    .filter((date) => date >= from && date <= until)
    .slice(-most)
}

/** The days of a rule from the one on which this moment lies. */
function* daysFrom(when: When, moment: Date): Generator<number> {
  const rule = read(when)
  const from = dayAt(when.zone, moment)
  const end = rule.until === null ? null : endOf(rule.until, when)
  for (const days of periodsOf(rule, dayOfText(when.startsOn), from)) {
    for (const day of days) {
      if (end !== null && day > end) return
      if (day >= from) yield day
    }
  }
}

/** The last day whose time lies no later than this. */
function endOf(until: string, when: When): number {
  const [, year, month, day, clock, zulu] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})(Z?))?$/.exec(until) ?? []
  const date = `${year}-${month}-${day}`
  if (clock === undefined) return dayOfText(date)
  const wall = `${date}T${clock}`
  const at = zulu
    ? Temporal.Instant.from(`${wall}Z`).epochMilliseconds
    : Temporal.PlainDateTime.from(wall).toZonedDateTime(when.zone).epochMilliseconds
  const last = dayAt(when.zone, new Date(at))
  const inTime = dateOn(when, last)
  return inTime && inTime.getTime() <= at ? last : last - 1
}

const dayAt = (zone: string, moment: Date): number =>
  dayOfText(
    Temporal.Instant.fromEpochMilliseconds(moment.getTime())
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString(),
  )

/**
 * The moment of a day at the plan's time. A time that the clocks leap over is moved within its day; a day that the zone
 * left out (Samoa, 2011) has none, so that no two dates fall on one day.
 */
function dateOn({ time, zone }: Pick<When, 'time' | 'zone'>, day: number): Date | null {
  const date = textOfDay(day)
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`)
  for (const disambiguation of ['compatible', 'earlier'] as const) {
    const at = wall.toZonedDateTime(zone, { disambiguation })
    if (at.toPlainDate().toString() === date) return new Date(at.epochMilliseconds)
  }
  return null
}

/** "every 2 weeks on Monday at 08:30"; a rule that cannot be followed is shown as it was written. */
export function inWords(when: When): string {
  if (refusalOf(when)) return when.rule
  const { rule, startsOn, time, zone } = when
  const start = `${startsOn.replaceAll('-', '')}T${time.replace(':', '')}00`
  // It only puts into words here; its dates are not asked for, because how long it looks for one has no bound.
  const said = new RRuleTemporal({
    rruleString: `DTSTART;TZID=${zone}:${start}\nRRULE:${rule.toUpperCase()}`,
  })
  return toText(said, 'en', { excludeTzAbbreviation: true })
    .replace(/ at \d{1,2}(?::\d\d)? [AP]M/, ` at ${time}`)
    .replace(/ on (?=\d+(?:st|nd|rd|th) |last )/, ' on the ')
}

/** Refuses what is no rule, begins too far away, or has no date ahead. */
export function checkWhen(when: When, now: Date): void {
  const latest = new Date(now)
  latest.setUTCFullYear(latest.getUTCFullYear() + furthestStart)
  if (when.startsOn > latest.toISOString().slice(0, 10)) throw refuseField('startsOn', words.startsTooFar)
  if (nextDates(when, now, 6).length === 0) throw refuseField('rule', words.never)
  inWords(when)
}

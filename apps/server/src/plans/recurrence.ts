import { RRuleTemporal } from 'rrule-temporal'
import { toText } from 'rrule-temporal/totext'
import { refuseField } from '../platform/stop.ts'
import { words } from './words.ts'

/** When something comes again: a rule, and its first day and time on the wall of a zone. */
export type When = { rule: string; startsOn: string; time: string; zone: string }

/** More than a year of days; a rule that finds nothing in so many steps finds nothing. */
const mostSteps = 5_000

function read({ rule, startsOn, time, zone }: When): RRuleTemporal {
  const start = `${startsOn.replaceAll('-', '')}T${time.replace(':', '')}00`
  return new RRuleTemporal({
    rruleString: `DTSTART;TZID=${zone}:${start}\nRRULE:${rule}`,
    maxIterations: mostSteps,
  })
}

/** The first date after this moment; null when none is left. */
export function nextAfter(when: When, after: Date): Date | null {
  const next = read(when).next(after)
  return next ? new Date(next.epochMilliseconds) : null
}

/** The next so many dates after this moment. */
export function nextDates(when: When, after: Date, most: number): Date[] {
  const rule = read(when)
  const dates: Date[] = []
  let at = after
  while (dates.length < most) {
    const next = rule.next(at)
    if (!next) break
    at = new Date(next.epochMilliseconds)
    dates.push(at)
  }
  return dates
}

/** Every date from `from` up to `until`, both included, the newest so many of them. */
export const datesBetween = (when: When, from: Date, until: Date, most: number): Date[] =>
  read(when)
    .between(from, until, true)
    .slice(-most)
    .map(({ epochMilliseconds }) => new Date(epochMilliseconds))

/** "every 2 weeks on Monday at 08:30" */
export const inWords = (when: When): string =>
  toText(read(when), 'en', { excludeTzAbbreviation: true })
    .replace(/ at \d{1,2}(?::\d\d)? [AP]M/, ` at ${when.time}`)
    .replace(/ on (?=\d+(?:st|nd|rd|th) |last )/, ' on the ')

/** Refuses what is no rule, runs more than once a day, or has no date ahead. */
export function checkWhen(when: When, now: Date): void {
  const frequency = /^(?:.*;)?FREQ=([A-Z]+)/.exec(when.rule)?.[1]
  if (!frequency || /[\r\n]|DTSTART|RRULE|EXDATE|RDATE/i.test(when.rule))
    throw refuseField('rule', words.badRule)
  if (!['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(frequency)) throw refuseField('rule', words.tooOften)
  if (/BYHOUR|BYMINUTE|BYSECOND/.test(when.rule)) throw refuseField('rule', words.timeInRule)
  let next: Date | null
  try {
    next = nextAfter(when, now)
  } catch (thrown) {
    const isEndless = thrown instanceof Error && /iterations|evaluations/i.test(thrown.message)
    throw refuseField('rule', isEndless ? words.never : words.badRule)
  }
  if (!next) throw refuseField('rule', words.never)
}

import ICAL from 'ical.js'
import { refuseField } from '../platform/stop.ts'
import { words } from './words.ts'
import { isDay, NoHoliday, neverComes, readYearly, startsOf } from './yearly.ts'

type Holiday = { date: string; name: string }
type Refused = { event: string; why: string }
type Found = { holidays: Holiday[]; leftOut: number; refused: Refused[] }

/** A property as jCal writes it (RFC 7265): its name, parameters, type and values. */
type Property = [name: string, parameters: unknown, type: string, ...values: unknown[]]
/** When it is for the first time, for how many days, how it comes again, what comes besides and what does not. */
type Event = { begins: string; length: number; rule: string | null; more: string[]; except: Set<string> }

/** So many years ahead are yearly holidays written out. */
const yearsAhead = 10
/** What a file may ask for; `steps` are the days looked at, over all of its events. */
export const most = { events: 1_000, days: 60, dates: 500, steps: 100_000 }

/**
 * The all-day events of an iCalendar text from the year before `now` on, one entry a day, in order; or null
 * where it is none. What has a time of day is no holiday and counted as left out; what cannot be read, or comes
 * more often than holidays do, is refused with the reason.
 */
export function holidaysOf(ics: string, now: Date): Found | null {
  const events = eventsOf(ics)
  if (!events) return null
  if (events.length > most.events) throw refuseField('ics', words.tooManyEvents(most.events))
  let left = most.steps
  const spend = (days: number) => {
    left -= days
    if (left < 0) throw refuseField('ics', words.tooMuch)
  }
  const year = now.getUTCFullYear()
  const [first, last] = [`${year - 1}-01-01`, `${year + yearsAhead}-12-31`]
  const byDate = new Map<string, string>()
  const refused: Refused[] = []
  let leftOut = 0
  for (const properties of events) {
    if (hasTime(properties)) {
      leftOut += 1
      continue
    }
    const name = nameOf(properties)
    try {
      const event = readEvent(properties)
      for (const start of startsWithin(event, { fromYear: year - 2, toYear: year + yearsAhead }, spend)) {
        spend(event.length)
        for (const day of daysFrom(start, event.length)) {
          if (day >= first && day <= last && !byDate.has(day)) byDate.set(day, name)
        }
      }
    } catch (thrown) {
      if (!(thrown instanceof NoHoliday)) throw thrown
      refused.push({ event: name, why: thrown.message })
    }
  }
  const holidays = [...byDate]
    .map(([date, name]) => ({ date, name }))
    .sort((one, other) => one.date.localeCompare(other.date))
  return { holidays, leftOut, refused }
}

/** The properties of each event. */
function eventsOf(ics: string): Property[][] | null {
  if (!/^BEGIN:VCALENDAR/im.test(ics)) return null
  // ical.js gives up the whole file over one wrong rule, so rules pass it as plain text.
  const plain = ics.replace(/\r?\n[ \t]/g, '').replace(/^(?=(?:RRULE|EXRULE)[;:])/gim, 'X-')
  try {
    const components: unknown[] = [ICAL.parse(plain)].flat(1)
    // One calendar parses to ['vcalendar', …], several to a list of those.
    const roots = components[0] === 'vcalendar' ? [components] : components
    return roots.flatMap((root) => {
      const component = new ICAL.Component(root as ConstructorParameters<typeof ICAL.Component>[0])
      const events = component.name === 'vcalendar' ? component.getAllSubcomponents('vevent') : []
      return events.map((event) => event.jCal[1] as Property[])
    })
  } catch {
    return null
  }
}

const valuesOf = (properties: readonly Property[], name: string): string[] =>
  properties.flatMap(([own, , , ...values]) => (own === name ? values.flat().map(String) : []))

const hasTime = (properties: readonly Property[]): boolean =>
  /T\d\d:\d\d:\d\dZ?$/.test(valuesOf(properties, 'dtstart')[0] ?? '')

function readEvent(properties: readonly Property[]): Event {
  const begins = dayOf('DTSTART', valuesOf(properties, 'dtstart')[0] ?? '')
  const rules = valuesOf(properties, 'x-rrule')
  if (rules.length > 1 || valuesOf(properties, 'x-exrule').length > 0) throw new NoHoliday(words.twoRules)
  const [more, except] = ['rdate', 'exdate'].map((name) => {
    const values = valuesOf(properties, name)
    if (values.length > most.dates) throw new NoHoliday(words.tooManyDates(most.dates))
    return values.map((value) => dayOf(name.toUpperCase(), value))
  })
  return {
    begins,
    length: lengthOf(properties, begins),
    rule: rules[0] ?? null,
    more: more ?? [],
    except: new Set(except),
  }
}

function dayOf(property: string, value: string): string {
  if (!isDay(value)) throw new NoHoliday(words.noDay(property, value))
  return value
}

function lengthOf(properties: readonly Property[], begins: string): number {
  const end = valuesOf(properties, 'dtend')[0]
  const duration = valuesOf(properties, 'duration')[0]
  let days = 1
  if (end !== undefined) {
    const last = Temporal.PlainDate.from(dayOf('DTEND', end))
    days = Temporal.PlainDate.from(begins).until(last, { largestUnit: 'day' }).days
  } else if (duration !== undefined) {
    const [, weeks, alone] = /^\+?P(?:(\d{1,3})W|(\d{1,3})D(?:T(?:0+[HMS])+)?)$/.exec(duration) ?? []
    if (weeks === undefined && alone === undefined) throw new NoHoliday(words.odd('DURATION', duration))
    days = weeks === undefined ? Number(alone) : 7 * Number(weeks)
  }
  if (days < 0) throw new NoHoliday(words.endsBefore)
  if (days > most.days) throw new NoHoliday(words.tooLongEvent(most.days))
  // Some programs end a day where it begins.
  return Math.max(1, days)
}

function* startsWithin(
  { begins, rule, more, except }: Event,
  years: { fromYear: number; toYear: number },
  spend: (days: number) => void,
): Generator<string> {
  const yearly = rule === null ? null : readYearly(rule)
  if (yearly && neverComes(yearly, begins)) throw new NoHoliday(words.neverComes)
  for (const day of yearly ? startsOf(yearly, begins, years, spend) : [begins]) {
    if (!except.has(day)) yield day
  }
  for (const day of more) if (!except.has(day)) yield day
}

function* daysFrom(start: string, length: number): Generator<string> {
  yield start
  if (length === 1) return
  const day = Temporal.PlainDate.from(start)
  for (let index = 1; index < length; index += 1) yield day.add({ days: index }).toString()
}

/** One line, and a name where the file has none. */
const nameOf = (properties: readonly Property[]): string =>
  (valuesOf(properties, 'summary')[0] ?? '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 100)
    .replace(/[\ud800-\udbff]$/, '') || 'Holiday'

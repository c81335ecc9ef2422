import ICAL from 'ical.js'

type Holiday = { date: string; name: string }

/** So many years ahead are yearly holidays written out, and so many days may one event last. */
const yearsAhead = 10
const longest = 60

/**
 * The all-day events of an iCalendar text from the year before `now` on, one entry a day, in order; or null
 * where it is none. What has a time of day is no holiday and counted as left out.
 */
export function holidaysOf(ics: string, now: Date): { holidays: Holiday[]; leftOut: number } | null {
  const events = eventsOf(ics)
  if (!events) return null
  const year = now.getUTCFullYear()
  const [first, last] = [`${year - 1}-01-01`, `${year + yearsAhead}-12-31`]
  const byDate = new Map<string, string>()
  let leftOut = 0
  for (const event of events) {
    if (!event.startDate?.isDate) {
      leftOut += 1
      continue
    }
    for (const day of daysOf(event, last)) {
      if (day < first || day > last || byDate.has(day)) continue
      byDate.set(day, nameOf(event))
    }
  }
  const holidays = [...byDate]
    .map(([date, name]) => ({ date, name }))
    .sort((one, other) => one.date.localeCompare(other.date))
  return { holidays, leftOut }
}

function eventsOf(ics: string): InstanceType<typeof ICAL.Event>[] | null {
  try {
    const components: unknown[] = [ICAL.parse(ics)].flat(1)
    // One calendar parses to ['vcalendar', …], several to a list of those.
    const roots = components[0] === 'vcalendar' ? [components] : components
    const events = roots.flatMap((root) => {
      const component = new ICAL.Component(root as ConstructorParameters<typeof ICAL.Component>[0])
      return component.name === 'vcalendar' ? component.getAllSubcomponents('vevent') : []
    })
    const isCalendar = /^BEGIN:VCALENDAR/im.test(ics)
    return isCalendar ? events.map((event) => new ICAL.Event(event)) : null
  } catch {
    return null
  }
}

/** The dates of an event, as often as it comes. */
function* daysOf(event: InstanceType<typeof ICAL.Event>, last: string): Generator<string> {
  const length = Math.min(longest, Math.max(1, Math.round(event.duration.toSeconds() / 86_400)))
  if (!event.isRecurring()) return yield* daysFrom(event.startDate, length)
  const starts = event.iterator()
  for (let start = starts.next(), count = 0; start && count < 5_000; start = starts.next(), count += 1) {
    if (dateOf(start) > last) return
    yield* daysFrom(start, length)
  }
}

function* daysFrom(start: InstanceType<typeof ICAL.Time>, length: number): Generator<string> {
  const day = Temporal.PlainDate.from(dateOf(start))
  for (let index = 0; index < length; index += 1) yield day.add({ days: index }).toString()
}

const dateOf = ({ year, month, day }: InstanceType<typeof ICAL.Time>): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** One line, and a name where the file has none. */
const nameOf = ({ summary }: InstanceType<typeof ICAL.Event>): string =>
  (summary ?? '')
    .replace(/\p{C}+/gu, ' ')
    .trim()
    .slice(0, 100) || 'Holiday'

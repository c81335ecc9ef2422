/** A stretch of the wall clock: from `09:00` until, but not with, `13:00`; `24:00` is the end of the day. */
export type Hours = { from: string; until: string }

/** When work is done, as a value. A day is as long as its wall clock says, whatever summer time makes of it. */
export type BusinessCalendar = {
  /** IANA name, such as Europe/Madrid. */
  zone: string
  /** Seven lists, Monday's first: what is open on that day, in order, without overlaps. */
  week: readonly (readonly Hours[])[]
  /** Dates as `2026-12-25`, on which nothing is open. */
  holidays: ReadonlySet<string>
}

/** A half-open stretch of time in epoch milliseconds: `from` belongs to it, `until` does not. */
export type Span = { from: number; until: number }

const weekdays: readonly Hours[] = [{ from: '09:00', until: '18:00' }]

/** Monday to Friday, 09:00 to 18:00: what holds where nobody made a calendar. */
export const officeHours = (zone: string): BusinessCalendar => ({
  zone,
  week: [weekdays, weekdays, weekdays, weekdays, weekdays, [], []],
  holidays: new Set(),
})

/** How many days without an open minute are read before a calendar counts as one without working time. */
const patience = 4_000

/** The open stretches between two instants, in order, cut to them. */
export function spansBetween(calendar: BusinessCalendar, from: number, until: number): Span[] {
  const spans: Span[] = []
  if (until <= from) return spans
  const last = dayOf(calendar.zone, until - 1)
  for (let day = dayOf(calendar.zone, from); day <= last; day += 1) {
    for (const span of spansOfDay(calendar, day)) {
      const cut = { from: Math.max(span.from, from), until: Math.min(span.until, until) }
      if (cut.from < cut.until) spans.push(cut)
    }
  }
  return spans
}

/** How much business time lies between two instants, in milliseconds. */
export function businessTimeBetween(calendar: BusinessCalendar, from: number, until: number): number {
  let sum = 0
  for (const span of spansBetween(calendar, from, until)) sum += span.until - span.from
  return sum
}

/**
 * The first instant at which so much business time (milliseconds) has gone by since `from`. What ends with
 * the day ends with the day, not with the next morning.
 */
export function afterBusinessTime(calendar: BusinessCalendar, from: number, duration: number): number {
  if (duration <= 0) return from
  let left = duration
  let idle = 0
  for (let day = dayOf(calendar.zone, from); idle < patience; day += 1) {
    idle += 1
    for (const span of spansOfDay(calendar, day)) {
      const begin = Math.max(span.from, from)
      if (begin >= span.until) continue
      idle = 0
      const room = span.until - begin
      if (left <= room) return begin + left
      left -= room
    }
  }
  throw new Error('A calendar without working time.')
}

/** The last instant from which so much business time goes by until `until`. */
export function beforeBusinessTime(calendar: BusinessCalendar, until: number, duration: number): number {
  if (duration <= 0) return until
  let left = duration
  let idle = 0
  for (let day = dayOf(calendar.zone, until); idle < patience; day -= 1) {
    idle += 1
    for (const span of spansOfDay(calendar, day).toReversed()) {
      const end = Math.min(span.until, until)
      if (end <= span.from) continue
      idle = 0
      const room = end - span.from
      if (left <= room) return end - left
      left -= room
    }
  }
  throw new Error('A calendar without working time.')
}

/** Whether anything is open on this date (`2026-11-20`). */
export const isWorkday = (calendar: BusinessCalendar, date: string): boolean =>
  spansOfDay(calendar, numberOf(Temporal.PlainDate.from(date))).length > 0

/** The working days among these dates, the last one with them: for leave, and for whatever counts days. */
export function workdaysIn(calendar: BusinessCalendar, first: string, last: string): string[] {
  const days: string[] = []
  const end = Temporal.PlainDate.from(last)
  for (
    let day = Temporal.PlainDate.from(first);
    Temporal.PlainDate.compare(day, end) <= 0;
    day = day.add({ days: 1 })
  ) {
    if (isWorkday(calendar, day.toString())) days.push(day.toString())
  }
  return days
}

/** What was worked out for a calendar; a calendar is a value and never changes, so neither does this. */
const known = new WeakMap<BusinessCalendar, Map<number, readonly Span[]>>()

/** The open stretches of one day, by its number. */
function spansOfDay(calendar: BusinessCalendar, day: number): readonly Span[] {
  const days = known.get(calendar) ?? new Map<number, readonly Span[]>()
  known.set(calendar, days)
  let spans = days.get(day)
  if (!spans) {
    spans = readDay(calendar, epoch.add({ days: day }))
    if (days.size > 10_000) days.clear()
    days.set(day, spans)
  }
  return spans
}

function readDay({ zone, week, holidays }: BusinessCalendar, date: Temporal.PlainDate): Span[] {
  const spans: Span[] = []
  if (holidays.has(date.toString())) return spans
  let free = Number.NEGATIVE_INFINITY
  for (const { from, until } of week[date.dayOfWeek - 1] ?? []) {
    // Two stretches that meet in the hour that summer time repeats would both hold it.
    const span = { from: Math.max(instantOf(date, from, zone, 'earlier'), free), until: 0 }
    span.until = instantOf(date, until, zone, 'later')
    if (span.until <= span.from) continue
    free = span.until
    spans.push(span)
  }
  return spans
}

/**
 * When the wall clock shows this time: of two such moments the earlier or the later one, and where summer
 * time leaves it out, the moment of the change.
 */
function instantOf(
  date: Temporal.PlainDate,
  time: string,
  zone: string,
  disambiguation: 'earlier' | 'later',
): number {
  const wall =
    time === '24:00'
      ? date.add({ days: 1 }).toPlainDateTime()
      : date.toPlainDateTime(Temporal.PlainTime.from(time))
  const at = wall.toZonedDateTime(zone, { disambiguation })
  if (at.toPlainDateTime().equals(wall)) return at.epochMilliseconds
  const change = wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).getTimeZoneTransition('next')
  return (change ?? at).epochMilliseconds
}

const epoch = Temporal.PlainDate.from('1970-01-01')
const numberOf = (date: Temporal.PlainDate): number => epoch.until(date, { largestUnit: 'days' }).days

/** The number of the day on which this instant falls in this zone. */
const dayOf = (zone: string, at: number): number =>
  numberOf(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate())

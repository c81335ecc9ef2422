import { type BusinessCalendar, isWorkday, officeHours } from './businessTime.ts'

/** The moment that lies so many working days before `now`, at the same time of day: for what is due to close by itself. */
export function subtractWorkingDays(now: Date, days: number, calendar: BusinessCalendar | string): Date {
  const hours = typeof calendar === 'string' ? officeHours(calendar) : calendar
  let at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(hours.zone)
  let left = days
  while (left > 0) {
    at = at.subtract({ days: 1 })
    if (isWorkday(hours, at.toPlainDate().toString())) left -= 1
  }
  return new Date(at.epochMilliseconds)
}

/** When the day of `now` began and will end in this zone. */
export function dayIn(zone: string, now: Date): { from: Date; until: Date } {
  const day = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  return {
    from: new Date(day.toZonedDateTime(zone).epochMilliseconds),
    until: new Date(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds),
  }
}

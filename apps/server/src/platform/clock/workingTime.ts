/** Monday to Friday, 09:00 to 18:00, until companies keep calendars of their own. */
const opens = Temporal.PlainTime.from('09:00')
const closes = Temporal.PlainTime.from('18:00')
const isWorkday = (day: Temporal.PlainDate) => day.dayOfWeek <= 5

/**
 * The moment that lies so many working hours after `start` in this time zone (IANA name). Hours are hours
 * of the wall clock's interval, so a day on which summer time begins or ends is as long as it really is.
 */
export function addWorkingHours(start: Date, hours: number, zone: string): Date {
  let at = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(zone)
  let left = hours * 3_600_000
  for (;;) {
    const day = at.toPlainDate()
    const from = day.toZonedDateTime({ timeZone: zone, plainTime: opens })
    const until = day.toZonedDateTime({ timeZone: zone, plainTime: closes })
    if (isWorkday(day) && Temporal.ZonedDateTime.compare(at, until) < 0) {
      const begin = Temporal.ZonedDateTime.compare(at, from) < 0 ? from : at
      const room = until.epochMilliseconds - begin.epochMilliseconds
      if (left <= room) return new Date(begin.epochMilliseconds + left)
      left -= room
    }
    at = day.add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: opens })
  }
}

/** The moment that lies so many working days before `now`, at the same time of day: for what is due to close by itself. */
export function subtractWorkingDays(now: Date, days: number, zone: string): Date {
  let at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  let left = days
  while (left > 0) {
    at = at.subtract({ days: 1 })
    if (isWorkday(at.toPlainDate())) left -= 1
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

/** A moment as one says it: "today at 09:00", "on Monday at 09:00", "on 7 January at 09:00", in this zone. */
export function clockIn(zone: string, at: Date, now = new Date()): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(at)
  const dayOf = (moment: Date) =>
    Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const { days } = dayOf(now).until(dayOf(at), { largestUnit: 'days' })
  const clock = part({ hour: '2-digit', minute: '2-digit' })
  if (days === 0) return `today at ${clock}`
  if (days === 1) return `tomorrow at ${clock}`
  if (days < 7) return `on ${part({ weekday: 'long' })} at ${clock}`
  return `on ${part({ day: 'numeric', month: 'long' })} at ${clock}`
}

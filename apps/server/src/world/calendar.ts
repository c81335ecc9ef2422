const minute = 60_000
const opens = 9 * 60
const closes = 18 * 60
const workday = closes - opens

export type Day = {
  year: number
  month: number
  day: number
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
  /** Midnight and noon of this day as instants; they differ from 24 h apart when the clocks change. */
  start: number
  noon: number
  /** How many working days lie before this one. */
  worked: number
}

export type Calendar = ReturnType<typeof makeCalendar>

/**
 * The days around `now` in one zone, and working time Mon–Fri 09:00–18:00 on them. `present` is the last
 * midnight: the whole world lies before it, so one day gives one world.
 */
export function makeCalendar(zone: string, now: Date, daysBack: number, daysAhead: number) {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const days: Day[] = []
  const working: Day[] = []
  for (let offset = -daysBack; offset <= daysAhead; offset++) {
    const date = today.add({ days: offset })
    const day = {
      year: date.year,
      month: date.month,
      day: date.day,
      weekday: date.dayOfWeek,
      start: date.toZonedDateTime({ timeZone: zone }).epochMilliseconds,
      noon: date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds,
      worked: working.length,
    }
    days.push(day)
    if (day.weekday <= 5) working.push(day)
  }
  const first = known(days[0])
  const present = known(days[daysBack]).start

  const dayOf = (at: number): Day => {
    let index = Math.floor((at - first.start) / (24 * 60 * minute))
    while ((days[index + 1]?.start ?? Number.POSITIVE_INFINITY) <= at) index++
    while (index > 0 && known(days[index]).start > at) index--
    return known(days[index])
  }
  const minuteOf = (at: number) => {
    const day = dayOf(at)
    return (at - day.noon) / minute + 12 * 60
  }
  /** From 03:00 on, when no clock changes any more. */
  const on = (day: Day, minutes: number) => day.noon + (minutes - 12 * 60) * minute
  /** Working minutes since the calendar's first day. */
  const worked = (at: number) => {
    const day = dayOf(at)
    const today = day.weekday <= 5 ? Math.min(Math.max(minuteOf(at) - opens, 0), workday) : 0
    return day.worked * workday + today
  }
  const afterWorked = (minutes: number) =>
    on(known(working[Math.floor(minutes / workday)]), opens + (minutes % workday))

  return {
    zone,
    present,
    days: days.slice(0, daysBack),
    dayOf,
    minuteOf,
    on,
    worked,
    addWorking: (at: number, minutes: number) => afterWorked(worked(at) + minutes),
    workingBetween: (from: number, to: number) => worked(to) - worked(from),
    /** The one place where the world counts a deadline; it ends a day at 18:00 rather than starting the next at 09:00. */
    due: (at: number, hours: number) => {
      const end = worked(at) + hours * 60
      return end % workday === 0 ? afterWorked(end - workday) + workday * minute : afterWorked(end)
    },
    /** The working day that lies so many working days after this moment, at the given minute of the day. */
    workdayAfter: (at: number, count: number, minutes = opens) => {
      const day = dayOf(at)
      const isBetween = day.weekday > 5 && count > 0
      return on(known(working[day.worked + count - (isBetween ? 1 : 0)]), minutes)
    },
  }
}

function known(day: Day | undefined): Day {
  if (!day) throw new Error('The calendar does not reach that far.')
  return day
}

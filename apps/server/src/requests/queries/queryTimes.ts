import type { QueryTime } from '@deskhand/contract'

/** From this moment on, and up to but not with that one; null is open. */
export type Span = { from: Date | null; until: Date | null }

/** The four times of a request that can be asked for; `due` lies ahead, the others behind. */
export type TimeField = 'due' | 'created' | 'updated' | 'resolved'

type Moment = { now: Date; zone: string }

/** Which stretch of time a filter means; days are those of the company's clock. `none` has no stretch. */
export function spanOf(field: TimeField, time: QueryTime, { now, zone }: Moment): Span | null {
  switch (time.kind) {
    case 'span': {
      // `due:<4h` is due within four hours, `created:<4h` not older than four hours.
      const ahead = field === 'due' ? 1 : -1
      const at = new Date(now.getTime() + ahead * time.minutes * 60_000)
      const isUntil = (time.than === '<') === (field === 'due')
      return isUntil ? { from: null, until: at } : { from: at, until: null }
    }
    case 'day': {
      const day = Temporal.PlainDate.from(time.day)
      if (time.than === '<') return { from: null, until: startOf(day, zone) }
      if (time.than === '>') return { from: startOf(day.add({ days: 1 }), zone), until: null }
      return dayOf(day, zone)
    }
    case 'word': {
      const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
        .toZonedDateTimeISO(zone)
        .toPlainDate()
      switch (time.word) {
        case 'today':
          return dayOf(today, zone)
        case 'tomorrow':
          return dayOf(today.add({ days: 1 }), zone)
        case 'yesterday':
          return dayOf(today.subtract({ days: 1 }), zone)
        case 'overdue':
          return { from: null, until: now }
        case 'none':
          return null
      }
    }
  }
}

const startOf = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.toZonedDateTime(zone).epochMilliseconds)

const dayOf = (day: Temporal.PlainDate, zone: string): Span => ({
  from: startOf(day, zone),
  until: startOf(day.add({ days: 1 }), zone),
})

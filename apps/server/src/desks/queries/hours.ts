import type { DeskHours } from '@deskhand/contract'
import type { CalendarFact } from '../../calendars/access.ts'
import { spansBetween } from '../../platform/clock/businessTime.ts'

/** How far ahead the next opening is looked for, and how many stretches a reader needs until they ask again. */
const lookAhead = 62 * 86_400_000
const enough = 3

/** When a desk with this calendar works: its week, and what is open now or next. */
export function hoursOf({ hours }: CalendarFact, now: Date): DeskHours {
  const { zone, week } = hours
  return {
    zone,
    week: week.map((day) => [...day]),
    next: nextSpans(hours, now.getTime()).map(({ from, until }) => ({
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
    })),
  }
}

/** A week ahead first: hardly any desk is closed for longer. The stretch that is open now begins when it began. */
function nextSpans(hours: CalendarFact['hours'], now: number) {
  const day = 86_400_000
  for (const reach of [7 * day, lookAhead]) {
    const spans = spansBetween(hours, now - day, now + reach).filter(({ until }) => until > now)
    if (spans.length > 0 || reach === lookAhead) return spans.slice(0, enough)
  }
  return []
}

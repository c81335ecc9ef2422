import { calendars } from '@deskhand/contract'
import {
  afterBusinessTime,
  beforeBusinessTime,
  businessTimeBetween,
  spansBetween,
} from '../../platform/clock/businessTime.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField } from '../../platform/stop.ts'
import { calendarFacts, loadCalendar } from '../access.ts'
import { words } from '../words.ts'

const minute = 60_000
const longest = 5 * 366 * 86_400_000

/** Reads the calendar itself and not what was remembered: who tries it has just saved it. */
export const calc = handle(calendars.calc, async ({ tx, actor, params, query }) => {
  const { id } = await loadCalendar({ tx, actor }, params.id)
  const hours = (await calendarFacts(tx)).find(id)?.hours
  if (!hours) throw new Error('A calendar that is there and is not.')
  const start = Date.parse(query.from)
  const { minutes = 0 } = query
  const end = query.until
    ? Date.parse(query.until)
    : minutes < 0
      ? beforeBusinessTime(hours, start, -minutes * minute)
      : afterBusinessTime(hours, start, minutes * minute)
  const [from, until] = [Math.min(start, end), Math.max(start, end)]
  if (until - from > longest) throw refuseField('until', words.tooLong)
  const open = spansBetween(hours, from, until).slice(0, 200)
  return {
    from: iso(from),
    until: iso(until),
    seconds: Math.floor(businessTimeBetween(hours, from, until) / 1000),
    open: open.map((span) => ({ from: iso(span.from), until: iso(span.until) })),
  }
})

const iso = (at: number) => new Date(at).toISOString()

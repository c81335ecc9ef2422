import type { Hours, Week } from '@deskhand/contract'
import type { z } from 'zod'
import { type BusinessCalendar, spansBetween } from '../platform/clock/businessTime.ts'
import { words } from './words.ts'

export type Weekly = z.output<typeof Week>
type Stretch = z.output<typeof Hours>

/** Why this week cannot be saved, or null: each day in order without overlaps, and some working time in all. */
export function faultOfWeek(week: Weekly): string | null {
  for (const [index, day] of week.entries()) {
    for (const [place, { from, until }] of day.entries()) {
      if (from >= until) return words.ends(index, from, until)
      const before = day[place - 1]
      if (before && before.until > from) return words.overlaps(index, before, { from, until })
    }
  }
  return week.some((day) => day.length > 0) ? null : words.neverOpens
}

/** Whether anything is open in the year from `now`: holidays can leave nothing of a week. */
export const opensWithinAYear = (hours: BusinessCalendar, now: Date): boolean =>
  spansBetween(hours, now.getTime(), now.getTime() + 366 * 86_400_000).length > 0

/** The hours of a day in order, which is how they are kept. */
export const inOrder = (week: readonly Stretch[][]): Weekly =>
  week.map((day) => day.toSorted((one, other) => one.from.localeCompare(other.from)))

import type { DeskHours } from '@deskhand/contract'
import { clockTime, dayInSentence } from '../ui/time.ts'
import { hoursWords as words } from './words.ts'

export type OpenState = { isOpen: boolean; text: string }

/** Whether a desk is there now, in the reader's time; null when what is known of it lies in the past. */
export function openState({ next }: Pick<DeskHours, 'next'>, now: Date): OpenState | null {
  if (next.length === 0) return { isOpen: false, text: words.closed }
  const stretch = next.find(({ until }) => new Date(until) > now)
  if (!stretch) return null
  const from = new Date(stretch.from)
  const until = new Date(stretch.until)
  if (from <= now) {
    return { isOpen: true, text: isRoundTheClock(stretch) ? words.open : words.openUntil(clockTime(until)) }
  }
  const day = dayInSentence(from, now)
  return { isOpen: false, text: words.opens(day === words.today ? null : day, clockTime(from)) }
}

/** A whole day: whoever is there at midnight does not close then. */
const isRoundTheClock = ({ from, until }: DeskHours['next'][number]) =>
  Date.parse(until) - Date.parse(from) >= 23 * 3_600_000

/** What a clock shows where the desk is, when it shows something else there; such as `17:00 in Lisbon`. */
export function timeThere({ zone, next }: DeskHours, now: Date): string | null {
  const stretch = next.find(({ until }) => new Date(until) > now)
  if (!stretch) return null
  const at = new Date(new Date(stretch.from) <= now ? stretch.until : stretch.from)
  const there = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at)
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return there === clockTime(at) ? null : words.there(there, place)
}

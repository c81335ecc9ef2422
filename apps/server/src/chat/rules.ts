import type { ChatState } from '@deskhand/contract'
import { afterBusinessTime, type BusinessCalendar, spansBetween } from '../platform/clock/businessTime.ts'

/** How long a chat takes where none has been held yet, in minutes. */
export const usualMinutes = 6
/** Nobody waits longer than that for an answer, in minutes; then it is an ordinary request. */
export const longestWait = 30
/** A chat in which nothing was said for so long is over, in minutes. */
export const longestSilence = 60

/**
 * How long somebody at this place in the queue may wait, in minutes: those before them, spread over the technicians who
 * take chats. Never less than one, because nobody sits with a hand on the key.
 */
export function expectedWait(place: number, online: number, typicalSeconds: number | null): number {
  const typical = typicalSeconds === null ? usualMinutes : typicalSeconds / 60
  return Math.max(1, Math.ceil(((place - 1) / Math.max(1, online)) * typical))
}

export const isWithin = (calendar: BusinessCalendar, now: number): boolean =>
  spansBetween(calendar, now, now + 1).length > 0

/** The next moment at which this calendar is open; null where it is now. */
export const opensNext = (calendar: BusinessCalendar, now: number): number | null =>
  isWithin(calendar, now) ? null : afterBusinessTime(calendar, now, 1) - 1

/** Why a chat that stands like this ends by itself now, or null. */
export function endsItself(
  session: { state: ChatState; waitingSince: Date; lastSaidAt: Date },
  isOpen: boolean,
  now: Date,
): 'nobody' | 'silent' | null {
  const minutesSince = (at: Date) => (now.getTime() - at.getTime()) / 60_000
  if (session.state === 'WAITING') {
    return !isOpen || minutesSince(session.waitingSince) >= longestWait ? 'nobody' : null
  }
  return session.state === 'ACTIVE' && minutesSince(session.lastSaidAt) >= longestSilence ? 'silent' : null
}

/** What a request is called that began as a chat: the first sentence, or as much of it as fits. */
export function titleOf(message: string): string {
  const [first = ''] = message.trim().split(/\r?\n|(?<=[.?!])\s/)
  const line = first.replace(/[\p{Cc}\p{Zl}\p{Zp}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  return [...line].length <= 120 ? line : `${[...line].slice(0, 119).join('')}…`
}

import { afterBusinessTime, businessTimeBetween } from '../platform/clock/businessTime.ts'
import type { Clock } from './clocks.ts'
import type { Step, Terms } from './policy.ts'

/** The steps that a clock has still to take and will, if it goes on like this, in their order. */
export function stepsOf(clock: Clock, terms: Terms): { step: Step; at: number }[] {
  const { seconds } = clock
  if (seconds === null || clock.state === 'STOPPED') return []
  return terms.steps
    .filter((step) => step.target === clock.target && !clock.done.includes(step.id))
    .flatMap((step) => {
      const at = momentOf(clock, Math.max(0, offsetOf(step, seconds)) * 1000, terms)
      return at === null ? [] : [{ step, at }]
    })
    .sort((one, other) => one.at - other.at)
}

function offsetOf({ moment }: Step, seconds: number): number {
  if (moment.at === 'PERCENT') return Math.round((seconds * moment.percent) / 100)
  return moment.at === 'BEFORE' ? seconds - moment.minutes * 60 : seconds + moment.minutes * 60
}

/** When the clock shows so many business milliseconds: in the past, or ahead while it runs; else null. */
export function momentOf(
  clock: Clock,
  duration: number,
  { calendar }: Pick<Terms, 'calendar'>,
): number | null {
  let left = duration
  for (const [from, until] of clock.ran) {
    const gone = businessTimeBetween(calendar.hours, from, until)
    if (left <= gone) return afterBusinessTime(calendar.hours, from, left)
    left -= gone
  }
  return clock.state === 'RUNNING' ? afterBusinessTime(calendar.hours, clock.at, left) : null
}

/** How much business time a clock has run up to a moment, in milliseconds. */
export function usedBy(clock: Clock, at: number, { calendar }: Pick<Terms, 'calendar'>): number {
  const stretches = clock.state === 'RUNNING' ? [...clock.ran, [clock.at, at] as const] : clock.ran
  return stretches.reduce((sum, [from, until]) => sum + businessTimeBetween(calendar.hours, from, until), 0)
}

import type { SlaState } from '@deskhand/contract'
import { type BusinessCalendar, businessTimeBetween } from '../platform/clock/businessTime.ts'
import type { Entry } from './clocks.ts'

type Line = Pick<Entry, 'kind' | 'reason' | 'at'>

/** From one entry of a ledger to the next, and what the clock did meanwhile. */
export type Stretch<Row extends Line> = {
  entry: Row
  state: SlaState
  from: number
  until: number
  /** Of it, what lies inside the business hours, in milliseconds. */
  business: number
}

/** A ledger as stretches without gaps, from its first entry to `now`: one clock, one round, in order. */
export function stretchesOf<Row extends Line>(
  lines: readonly Row[],
  hours: BusinessCalendar,
  now: number,
): Stretch<Row>[] {
  let state: SlaState = 'RUNNING'
  return lines.map((entry, index) => {
    state = stateAfter(entry, state)
    const until = Math.max(entry.at, lines[index + 1]?.at ?? now)
    return { entry, state, from: entry.at, until, business: businessTimeBetween(hours, entry.at, until) }
  })
}

function stateAfter({ kind, reason }: Line, before: SlaState): SlaState {
  switch (kind) {
    case 'STARTED':
      // What begins in a state that pauses begins paused, and says why.
      return reason === 'STARTED' ? 'RUNNING' : 'PAUSED'
    case 'RESUMED':
      return 'RUNNING'
    case 'PAUSED':
      return 'PAUSED'
    case 'STOPPED':
      return 'STOPPED'
    case 'RECOMPUTED':
      return before
  }
}

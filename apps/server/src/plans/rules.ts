import type { CatchUp } from '@deskhand/contract'
import type { z } from 'zod'

/** So late a run still counts as on time: a worker that was restarted, a minute that was skipped. */
export const grace = 30 * 60_000

export type Decision = { run: Date | null; skipped: Date[] }

/**
 * What becomes of the dates that have come, oldest first: the newest runs when it is on time, or when one request shall
 * stand for all that were missed. All others are skipped.
 */
export function decide(dates: readonly Date[], catchUp: z.output<typeof CatchUp>, now: Date): Decision {
  const newest = dates.at(-1)
  if (!newest) return { run: null, skipped: [] }
  const isOnTime = now.getTime() - newest.getTime() <= grace
  const runs = isOnTime || catchUp === 'ONE'
  return { run: runs ? newest : null, skipped: runs ? dates.slice(0, -1) : [...dates] }
}

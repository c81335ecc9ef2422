import type { SlaRing } from '@deskhand/contract'
import { spansBetween } from '../platform/clock/businessTime.ts'
import type { Clock } from './clocks.ts'
import { usedBy } from './moments.ts'
import type { Terms } from './policy.ts'

/** So many open stretches before it is due go with a list row: about four days with a lunch break. */
const shown = 8

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** The promise that breaks next: of those that run the one due first, else the paused one with the least left. */
export function ringOf(clocks: readonly Clock[], terms: Terms): SlaRing | null {
  const promised = clocks.filter(({ seconds, state }) => seconds !== null && state !== 'STOPPED')
  const [nearest] = promised.toSorted((one, other) => rank(one, terms) - rank(other, terms))
  const { state, seconds = null } = nearest ?? {}
  if (!nearest || seconds === null || (state !== 'RUNNING' && state !== 'PAUSED')) return null
  const resolution = clocks.find((clock) => clock.target === 'RESOLUTION' && clock.state === 'RUNNING')
  const spans =
    state === 'RUNNING' && nearest.due !== null
      ? spansBetween(terms.calendar.hours, nearest.at, nearest.due).slice(-shown)
      : []
  return {
    target: nearest.target,
    state,
    targetSeconds: seconds,
    leftSeconds: seconds - Math.floor(usedBy(nearest, nearest.at, terms) / 1000),
    since: new Date(nearest.at).toISOString(),
    dueAt: iso(nearest.due),
    atRiskAt: iso(nearest.atRisk),
    pausedAt: state === 'PAUSED' ? iso(nearest.at) : null,
    open: spans.map(({ from, until }): [number, number] => [
      Math.floor(from / 1000),
      Math.floor(until / 1000),
    ]),
    resolutionDueAt: resolution?.seconds == null ? null : iso(resolution.due),
  }
}

/** Running ones before paused ones, each in the order in which they break. */
function rank(clock: Clock, terms: Terms): number {
  if (clock.state === 'RUNNING') return clock.due ?? Number.MAX_SAFE_INTEGER / 2
  return Number.MAX_SAFE_INTEGER / 2 + (clock.seconds ?? 0) * 1000 - usedBy(clock, clock.at, terms)
}

export type ClockColumns = {
  /** `{"ring": …, "clocks": […]}` as JSON. */
  sla: string
  slaDueAt: Date | null
  slaAtRiskAt: Date | null
  slaStepAt: Date | null
  slaVersion: number
}

/** What a request's row keeps of its clocks. Paused ones are due at no moment, so that they stand behind all that runs. */
export function columnsOf(clocks: readonly Clock[], terms: Terms, version: number): ClockColumns {
  const ring = ringOf(clocks, terms)
  const isRunning = ring?.state === 'RUNNING'
  const steps = clocks.flatMap(({ stepAt }) => (stepAt === null ? [] : [stepAt]))
  return {
    sla: JSON.stringify({ ring, clocks }),
    slaDueAt: isRunning && ring.dueAt ? new Date(ring.dueAt) : null,
    slaAtRiskAt: isRunning && ring.atRiskAt ? new Date(ring.atRiskAt) : null,
    slaStepAt: steps.length > 0 ? new Date(Math.min(...steps)) : null,
    slaVersion: version,
  }
}

/** The clocks that a request's row keeps; none where it has not been counted yet. */
export function clocksIn(sla: unknown): Clock[] {
  if (typeof sla !== 'object' || sla === null) return []
  const clocks: unknown = Reflect.get(sla, 'clocks')
  // Only `columnsOf` writes the column.
  return Array.isArray(clocks) ? (clocks as Clock[]) : []
}

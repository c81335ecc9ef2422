import type { SlaRing } from '@deskhand/contract'

const hour = 3600

/** A promise in each of its conditions, for the style guide: early, in the middle, at risk, late, paused. */
export function ringSamples(now: Date): SlaRing[] {
  const second = Math.floor(now.getTime() / 1000)
  const iso = (at: number) => new Date(at * 1000).toISOString()
  const running = (left: number, target: SlaRing['target']): SlaRing => {
    const due = second + left
    const since = due - 8 * hour
    return {
      target,
      state: 'RUNNING',
      targetSeconds: 8 * hour,
      leftSeconds: 8 * hour,
      since: iso(since),
      dueAt: iso(due),
      atRiskAt: iso(due - 2 * hour),
      pausedAt: null,
      open: [[since, due]],
      resolutionDueAt: null,
    }
  }
  const paused = { ...running(3 * hour, 'RESOLUTION'), state: 'PAUSED' as const, leftSeconds: 3 * hour }
  return [
    running(7.6 * hour, 'FIRST_RESPONSE'),
    running(4 * hour, 'RESOLUTION'),
    running(80 * 60, 'NEXT_RESPONSE'),
    running(-40 * 60, 'FIRST_RESPONSE'),
    { ...paused, dueAt: null, atRiskAt: null, pausedAt: iso(second), open: [] },
  ]
}

import type { SlaRing } from '@deskhand/contract'

/** How a promise stands at this moment. */
export type Countdown = {
  kind: 'running' | 'risk' | 'late' | 'paused'
  /** Business seconds left; of a late one, seconds that have gone by since it was due. */
  seconds: number
  /** What is left of the whole, 0–1. */
  share: number
}

/** Business time that is left, from the open stretches that came with the row: no calendar is needed here. */
export function countdown(ring: SlaRing, now: Date): Countdown {
  const { state, leftSeconds, targetSeconds, dueAt, atRiskAt } = ring
  const share = (left: number) => Math.min(1, Math.max(0, left / targetSeconds))
  if (state === 'PAUSED') return { kind: 'paused', seconds: leftSeconds, share: share(leftSeconds) }
  const due = dueAt ? Date.parse(dueAt) : null
  if (due !== null && due < now.getTime())
    return { kind: 'late', seconds: Math.floor((now.getTime() - due) / 1000), share: 0 }
  const seconds = leftAt(ring, now.getTime() / 1000)
  const isAtRisk = atRiskAt !== null && Date.parse(atRiskAt) <= now.getTime()
  return { kind: isAtRisk ? 'risk' : 'running', seconds, share: share(seconds) }
}

function leftAt({ open, since, leftSeconds }: SlaRing, now: number): number {
  const from = (start: number) =>
    open.reduce((sum, [begin, end]) => sum + Math.max(0, end - Math.max(begin, start)), 0)
  const first = open[0]?.[0] ?? now
  if (now >= first) return Math.round(from(now))
  // Before the stretches that came along, some more lie between; they go by evenly as far as one can see.
  const began = Date.parse(since) / 1000
  const listed = from(first)
  const ahead = Math.max(0, leftSeconds - listed)
  return Math.round(listed + (first > began ? (ahead * (first - now)) / (first - began) : 0))
}

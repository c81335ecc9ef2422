import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trackOf } from './track.ts'

const begun = '2026-11-20T09:00:00.000Z'
const request = {
  status: 'IN_REVIEW' as const,
  createdAt: begun,
  resolvedAt: null,
  assignedToId: null,
  resolutionCode: null,
  closedAt: null,
}
const moved = [
  {
    activityType: 'STATUS_CHANGE' as const,
    metadata: { to: 'IN_REVIEW' },
    createdAt: '2026-11-20T09:01:00.000Z',
  },
]

for (const [reviewKind, now] of [
  ['APPROVAL', 'Being approved'],
  ['TRIAGE', 'Picked up'],
] as const) {
  test(`what is in review for ${reviewKind} stands at “${now}”`, () => {
    const stops = trackOf({ ...request, reviewKind }, moved)
    assert.deepEqual(
      stops.filter(({ state }) => state === 'now'),
      [{ words: now, state: 'now', at: '2026-11-20T09:01:00.000Z' }],
    )
  })
}

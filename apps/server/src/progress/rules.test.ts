import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requestStates } from '@deskhand/contract'
import fc from 'fast-check'
import { curveOf, expectedAfter, heldBy, type Move, partyOf, spansOf } from './rules.ts'

const start = new Date('2026-11-02T09:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const move = (seconds: number, to: Move['to'], more: Partial<Move> = {}): Move => ({
  at: after(seconds),
  to,
  waitReason: null,
  reviewKind: null,
  isClosing: false,
  ...more,
})

test('every state is in somebody’s hands, and waiting in those of whom it waits for', () => {
  const cases = [
    ['SUBMITTED', {}, 'DESK'],
    ['IN_REVIEW', { reviewKind: 'TRIAGE' }, 'DESK'],
    ['IN_REVIEW', { reviewKind: 'APPROVAL' }, 'APPROVER'],
    ['ACTION_REQUIRED', {}, 'REQUESTER'],
    ['APPROVED', {}, 'DESK'],
    ['IN_PROGRESS', {}, 'DESK'],
    ['WAITING', { waitReason: 'VENDOR' }, 'SUPPLIER'],
    ['WAITING', { waitReason: 'PART' }, 'SUPPLIER'],
    ['WAITING', { waitReason: 'DELIVERY' }, 'CARRIER'],
    ['WAITING', { waitReason: 'APPOINTMENT' }, 'REQUESTER'],
    ['WAITING', { waitReason: 'DATE' }, 'DESK'],
    ['RESOLVED', {}, 'REQUESTER'],
    ['REJECTED', {}, 'NOBODY'],
  ] as const
  for (const [status, more, party] of cases) assert.equal(partyOf(status, more), party, status)
})

test('what happens in one party’s hands is one stretch; a closed request is in nobody’s', () => {
  const moves = [
    move(60, 'IN_PROGRESS'),
    move(100, 'ACTION_REQUIRED'),
    move(400, 'IN_PROGRESS'),
    move(500, 'RESOLVED'),
    move(700, null, { isClosing: true }),
    move(900, 'IN_PROGRESS'),
  ]
  const spans = spansOf(start, moves, after(1000))
  assert.deepEqual(
    spans.map(({ party, status, from, until }) => [
      party,
      status,
      (from - +start) / 1000,
      (until - +start) / 1000,
    ]),
    [
      ['DESK', 'IN_PROGRESS', 0, 100],
      ['REQUESTER', 'ACTION_REQUIRED', 100, 400],
      ['DESK', 'IN_PROGRESS', 400, 500],
      ['REQUESTER', 'RESOLVED', 500, 700],
      ['NOBODY', 'RESOLVED', 700, 900],
      ['DESK', 'IN_PROGRESS', 900, 1000],
    ],
  )
  assert.deepEqual(heldBy(spans), [
    { party: 'DESK', seconds: 300 },
    { party: 'REQUESTER', seconds: 500 },
    { party: 'NOBODY', seconds: 200 },
  ])
})

test('whatever happens, the parties’ seconds add up to the age', () => {
  const anyMove = fc.record({
    at: fc.integer({ min: 0, max: 40_000_000 }).map((ms) => new Date(start.getTime() + ms)),
    to: fc.constantFrom(...requestStates.states),
    waitReason: fc.constantFrom(null, 'VENDOR', 'DELIVERY', 'APPOINTMENT', 'DATE'),
    reviewKind: fc.constantFrom(null, 'TRIAGE', 'APPROVAL'),
    isClosing: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(anyMove, { maxLength: 30 }),
      fc.integer({ min: 1, max: 40_000_000 }),
      (some, age) => {
        const until = new Date(start.getTime() + age)
        const moves = some.toSorted((one, other) => +one.at - +other.at)
        const spans = spansOf(start, moves, until)
        assert.equal(spans[0]?.from, +start)
        assert.equal(spans.at(-1)?.until, +until)
        for (const [index, span] of spans.slice(1).entries()) assert.equal(span.from, spans[index]?.until)
        const sum = heldBy(spans).reduce((total, { seconds }) => total + seconds, 0)
        assert.equal(sum, Math.floor(age / 1000))
      },
    ),
  )
})

test('the range comes from those that took as long, and never goes back', () => {
  const curve = curveOf(Array.from({ length: 1000 }, (_, index) => (index + 1) * 60))
  assert.deepEqual([curve[0], curve.at(-1), curve.length], [60, 60_000, 101])
  const fresh = expectedAfter(curve, 0)
  assert.ok(fresh && Math.abs(fresh.likely - 30_000) < 100 && Math.abs(fresh.latest - 54_000) < 100)
  const late = expectedAfter(curve, 30_000)
  assert.ok(late && Math.abs(late.likely - 45_000) < 100 && Math.abs(late.latest - 57_000) < 100)
  assert.equal(expectedAfter(curve, 59_900), null)
  const durations = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 300 })
  const elapsed = fc.tuple(fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 1_000_000 }))
  fc.assert(
    fc.property(durations, elapsed, (some, [sooner, more]) => {
      const learnt = curveOf(some)
      const [one, other] = [expectedAfter(learnt, sooner), expectedAfter(learnt, sooner + more)]
      if (one) assert.ok(one.likely >= sooner && one.latest >= one.likely)
      if (one && other) assert.ok(other.likely >= one.likely - 1 && other.latest >= one.latest - 1)
      if (!one) assert.equal(other, null)
    }),
  )
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Mover, ReservationState } from '@deskhand/contract'
import { freeAt, isFree, movesFrom, nextFree, type Period, type Taken } from './rules.ts'

const at = (day: number, hour = 9) => new Date(Date.UTC(2027, 0, day, hour))
const period = (from: number, until: number): Period => ({ startsAt: at(from), endsAt: at(until) })
const taken = (bufferMinutes: number, ...days: [from: number, until: number][]): Taken => ({
  bufferMinutes,
  busy: days.map(([from, until]) => ({ from: at(from).toISOString(), until: at(until).toISOString() })),
})

describe('whether a thing is free', () => {
  const cases: [string, Taken, Period, boolean][] = [
    ['where nothing is in the way', taken(0), period(4, 6), true],
    ['before it is taken', taken(0, [6, 8]), period(4, 6), true],
    ['after it was taken', taken(0, [2, 4]), period(4, 6), true],
    ['while it is taken', taken(0, [5, 7]), period(4, 6), false],
    ['around a short time', taken(0, [4, 5]), period(3, 9), false],
    ['within a long time', taken(0, [1, 20]), period(4, 6), false],
    ['not when its own time afterwards is taken', taken(60, [6, 8]), period(4, 6), false],
  ]
  for (const [what, thing, wanted, expected] of cases)
    test(what, () => assert.equal(isFree(thing, wanted), expected))
})

describe('when it is free next', () => {
  const cases: [string, Taken[], Period, Date | null][] = [
    ['at once', [taken(0)], period(4, 6), at(4)],
    ['after what is in the way', [taken(0, [5, 7])], period(4, 6), at(7)],
    ['in the first gap that is long enough', [taken(0, [5, 7], [8, 12], [15, 16])], period(4, 6), at(12)],
    ['whatever the order in which it is told', [taken(0, [8, 12], [5, 7])], period(4, 6), at(12)],
    ['the earliest of several', [taken(0, [4, 20]), taken(0, [4, 9])], period(4, 6), at(9)],
    ['with its time afterwards', [taken(24 * 60, [5, 7], [9, 12])], period(4, 6), at(12)],
    ['never, where there is none', [], period(4, 6), null],
  ]
  for (const [what, things, wanted, expected] of cases)
    test(what, () => {
      const next = nextFree(things, wanted)
      assert.deepEqual(next, expected)
      if (!next) return
      const moved = { startsAt: next, endsAt: new Date(+next + +wanted.endsAt - +wanted.startsAt) }
      assert.ok(things.some((thing) => isFree(thing, moved)))
    })
})

test('the time afterwards is by the clock, also over a change of it', () => {
  // In the night in which Madrid goes an hour forward two hours stay two hours.
  const endsAt = new Date('2027-03-28T00:30:00Z')
  assert.equal(freeAt({ endsAt }, { bufferMinutes: 120 }).toISOString(), '2027-03-28T02:30:00.000Z')
})

describe('who may do what', () => {
  const cases: [ReservationState, Mover[], ReservationState[]][] = [
    ['DRAFT', ['requester'], ['REQUESTED', 'CANCELLED']],
    ['REQUESTED', ['requester'], ['CANCELLED']],
    ['REQUESTED', ['technician'], ['RESERVED', 'CANCELLED']],
    ['RESERVED', ['requester'], ['CANCELLED']],
    ['RESERVED', ['technician'], ['ONGOING', 'CANCELLED']],
    ['ONGOING', ['requester'], []],
    ['ONGOING', ['technician'], ['COMPLETE']],
    ['OVERDUE', ['technician'], ['COMPLETE']],
    ['COMPLETE', ['technician', 'requester'], []],
    ['RESERVED', [], []],
  ]
  for (const [state, movers, expected] of cases)
    test(`${state} by ${movers.join(' and ') || 'nobody'}`, () =>
      assert.deepEqual(movesFrom({ state }, movers), expected))
})

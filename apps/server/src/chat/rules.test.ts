import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { officeHours } from '../platform/clock/businessTime.ts'
import { clockIn } from './clockIn.ts'
import { endsItself, expectedWait, isWithin, opensNext, titleOf } from './rules.ts'

const madrid = officeHours('Europe/Madrid')
const at = (text: string) => Date.parse(text)

describe('the expected wait', () => {
  for (const [place, online, typical, minutes] of [
    [1, 1, null, 1],
    [1, 0, 600, 1],
    [2, 1, null, 6],
    [3, 2, 600, 10],
    [5, 2, 300, 10],
    [4, 4, 240, 3],
  ] as const) {
    test(`place ${place} of ${online} technicians at ${typical ?? 'the usual'} seconds each`, () =>
      assert.equal(expectedWait(place, online, typical), minutes))
  }
  test('never falls with the place, nor rises with more technicians', () => {
    const count = fc.integer({ min: 1, max: 50 })
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 7200 }), (place, online, typical) => {
        assert.ok(expectedWait(place + 1, online, typical) >= expectedWait(place, online, typical))
        assert.ok(expectedWait(place, online + 1, typical) <= expectedWait(place, online, typical))
      }),
    )
  })
})

describe('opening hours', () => {
  for (const [when, back] of [
    ['2026-11-27T16:59:59.999Z', null],
    ['2026-11-27T17:00:00Z', '2026-11-30T08:00:00Z'],
    ['2026-11-28T12:00:00Z', '2026-11-30T08:00:00Z'],
    ['2026-11-30T07:59:59Z', '2026-11-30T08:00:00Z'],
    ['2026-11-30T08:00:00Z', null],
  ] as const) {
    test(`at ${when} ${back ? `it is back ${back}` : 'it is open'}`, () => {
      assert.equal(isWithin(madrid, at(when)), back === null)
      assert.equal(opensNext(madrid, at(when)), back === null ? null : at(back))
    })
  }
})

describe('when a desk is back, in words', () => {
  const now = new Date('2026-11-27T18:00:00Z')
  for (const [when, words] of [
    ['2026-11-27T21:30:00Z', 'today at 22:30'],
    ['2026-11-28T08:00:00Z', 'tomorrow at 09:00'],
    ['2026-11-30T08:00:00Z', 'on Monday at 09:00'],
    ['2026-12-07T08:00:00Z', 'on 7 December at 09:00'],
  ] as const) {
    test(words, () => assert.equal(clockIn('Europe/Madrid', new Date(when), now), words))
  }
})

describe('what ends by itself', () => {
  const now = new Date('2026-11-27T12:00:00Z')
  const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
  for (const [what, state, waits, silent, isOpen, why] of [
    ['who has just begun waits', 'WAITING', 1, 1, true, null],
    ['nobody waits for half an hour', 'WAITING', 30, 30, true, 'nobody'],
    ['nor into the evening', 'WAITING', 1, 1, false, 'nobody'],
    ['a chat goes on into the evening', 'ACTIVE', 90, 5, false, null],
    ['an hour of silence ends it', 'ACTIVE', 90, 60, true, 'silent'],
    ['what has ended does not end', 'ENDED', 900, 900, false, null],
  ] as const) {
    test(what, () => {
      const session = { state, waitingSince: before(waits), lastSaidAt: before(silent) }
      assert.equal(endsItself(session, isOpen, now), why)
    })
  }
})

describe('the title of what began as a chat', () => {
  for (const [message, title] of [
    ['My mouse is gone. I looked everywhere.', 'My mouse is gone.'],
    ['  Hello\nthe VPN drops', 'Hello'],
    ['a\u2028b', 'a b'],
    ['x'.repeat(300), `${'x'.repeat(119)}…`],
  ] as const) {
    test(title.slice(0, 30), () => assert.equal(titleOf(message), title))
  }
})

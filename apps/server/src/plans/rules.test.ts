import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Stop } from '../platform/stop.ts'
import { checkWhen, datesBetween, inWords, nextAfter, nextDates, type When } from './recurrence.ts'
import { decide, grace } from './rules.ts'

const now = new Date('2026-11-28T12:00:00Z')
const when = (rule: string, more: Partial<When> = {}): When => ({
  rule,
  startsOn: '2026-01-05',
  time: '08:30',
  zone: 'Europe/Madrid',
  ...more,
})

describe('a rule', () => {
  const cases: [string, string, string][] = [
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', 'every 2 weeks on Monday at 08:30', '2026-12-07T07:30:00.000Z'],
    ['FREQ=MONTHLY;BYDAY=1MO', 'every month on the 1st Monday at 08:30', '2026-12-07T07:30:00.000Z'],
    ['FREQ=DAILY', 'every day at 08:30', '2026-11-29T07:30:00.000Z'],
  ]
  for (const [rule, words, next] of cases) {
    test(words, () => {
      assert.equal(inWords(when(rule)), words)
      assert.equal(nextAfter(when(rule), now)?.toISOString(), next)
      assert.doesNotThrow(() => checkWhen(when(rule), now))
    })
  }

  for (const [rule, sentence] of [
    ['nonsense', /no rule/],
    ['FREQ=HOURLY', /once a day/],
    ['FREQ=DAILY;BYHOUR=1,2', /field of its own/],
    ['FREQ=DAILY;BYDAY=XX', /BYDAY does not fit/],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', /No date/],
    ['FREQ=DAILY;COUNT=3', /No date/],
    ['FREQ=DAILY\nRRULE:FREQ=SECONDLY', /no rule/],
  ] as const) {
    test(`${JSON.stringify(rule)} is refused`, () =>
      assert.throws(
        () => checkWhen(when(rule), now),
        (thrown) => thrown instanceof Stop && sentence.test(JSON.stringify([thrown.message, thrown.extra])),
      ))
  }

  test('says the full hour like any other time', () =>
    assert.equal(inWords(when('FREQ=DAILY', { time: '09:00' })), 'every day at 09:00'))

  test('keeps its time on the wall when the clocks change', () => {
    const dates = nextDates(when('FREQ=DAILY'), new Date('2027-03-26T12:00:00Z'), 3)
    assert.deepEqual(
      dates.map((date) => date.toISOString().slice(11, 16)),
      ['07:30', '06:30', '06:30'],
    )
  })

  test('gives the newest of the dates between, with both ends', () => {
    const dates = datesBetween(
      when('FREQ=DAILY'),
      new Date('2026-11-01T07:30:00Z'),
      new Date('2026-11-10T07:30:00Z'),
      4,
    )
    assert.deepEqual(
      dates.map((date) => date.getUTCDate()),
      [7, 8, 9, 10],
    )
  })
})

describe('dates that have come', () => {
  test('each is either run or skipped, the newest alone is run, and late ones only to catch up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 * 24 * 60 }), { maxLength: 12 }),
        fc.constantFrom('SKIP' as const, 'ONE' as const),
        (minutesAgo, catchUp) => {
          const dates = [...new Set(minutesAgo)]
            .sort((one, other) => other - one)
            .map((ago) => new Date(now.getTime() - ago * 60_000))
          const { run, skipped } = decide(dates, catchUp, now)
          const all = [...skipped, ...(run ? [run] : [])]
          assert.deepEqual(all, dates)
          if (run && catchUp === 'SKIP') assert.ok(now.getTime() - run.getTime() <= grace)
          if (catchUp === 'ONE') assert.equal(run === null, dates.length === 0)
        },
      ),
    )
  })
})

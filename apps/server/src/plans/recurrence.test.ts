import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Stop } from '../platform/stop.ts'
import { readRule } from './readRule.ts'
import { checkWhen, datesBetween, inWords, nextDates, refusalOf, type When } from './recurrence.ts'
import { dayOfText, periodsOf, reach, textOfDay } from './ruleDays.ts'

const now = new Date('2026-11-28T12:00:00Z')
const when = (rule: string, more: Partial<When> = {}): When => ({
  rule,
  startsOn: '2026-01-05',
  time: '08:30',
  zone: 'Europe/Madrid',
  ...more,
})
const refusedWith = (asked: When): string => {
  try {
    checkWhen(asked, now)
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown.message
    throw thrown
  }
  return ''
}

describe('what is no rule here is refused with the part named', () => {
  for (const [rule, sentence] of [
    ['FREQ=YEARLY;RSCALE=CHINESE;BYMONTH=5L', /^RSCALE cannot be part/],
    ['FREQ=YEARLY;INTERVAL=50000', /^INTERVAL .* 1 to 10\./],
    ['FREQ=MONTHLY;INTERVAL=121', /^INTERVAL .* 1 to 120\./],
    ['FREQ=WEEKLY;INTERVAL=521', /^INTERVAL .* 1 to 520\./],
    ['FREQ=DAILY;INTERVAL=1000', /^INTERVAL .* 1 to 999\./],
    ['FREQ=DAILY;INTERVAL=abc', /^INTERVAL /],
    ['FREQ=DAILY;INTERVAL=0', /^INTERVAL /],
    ['FREQ=DAILY;INTERVAL=', /^INTERVAL /],
    ['FREQ=DAILY;byhour=1,2;byminute=3', /field of its own/],
    ['FREQ=DAILY;ByMinute=1,2', /field of its own/],
    ['FREQ=DAILY;BySecond=1,2', /field of its own/],
    ['freq=hourly', /once a day/],
    ['FREQ=DAILY;COUNT=-5', /^COUNT /],
    ['FREQ=DAILY;COUNT=1e9', /^COUNT /],
    ['FREQ=DAILY;COUNT=10000', /^COUNT /],
    ['FREQ=DAILY;COUNT=5;UNTIL=20300101', /^COUNT .*UNTIL/],
    ['FREQ=YEARLY;BYMONTH=13', /^BYMONTH /],
    ['FREQ=YEARLY;BYMONTH=-1', /^BYMONTH /],
    ['FREQ=YEARLY;BYYEARDAY=9999', /^BYYEARDAY cannot be part/],
    ['FREQ=DAILY;TZID=Europe/Madrid', /^TZID cannot be part/],
    ['FREQ=DAILY;X-FOO=', /^X-FOO cannot be part/],
    ['FREQ=DAILY;INTERVAL=2;interval=3', /^INTERVAL stands twice/],
    ['FREQ=MONTHLY;BYMONTHDAY=32', /^BYMONTHDAY /],
    ['FREQ=MONTHLY;BYMONTHDAY=0', /^BYMONTHDAY /],
    ['FREQ=WEEKLY;BYMONTHDAY=1', /^BYMONTHDAY .*Weeks/],
    ['FREQ=MONTHLY;BYDAY=6MO', /^BYDAY /],
    ['FREQ=MONTHLY;BYDAY=0MO', /^BYDAY /],
    ['FREQ=WEEKLY;BYDAY=1MO', /^BYDAY .*months/],
    ['FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=1', /^BYDAY .*exclude/],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367', /^BYSETPOS /],
    ['FREQ=MONTHLY;BYSETPOS=1', /^BYSETPOS /],
    ['FREQ=WEEKLY;WKST=XX', /^WKST /],
    ['FREQ=DAILY;UNTIL=20270231', /^UNTIL /],
    ['FREQ=DAILY;UNTIL=99991231', /^UNTIL /],
    ['FREQ=DAILY;', /no rule/],
    ['INTERVAL=2', /no rule/],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', /^No date/],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', /^No date/],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=200', /^No date/],
    ['FREQ=DAILY;UNTIL=20200101', /^No date/],
  ] as const) {
    test(rule, () => assert.match(refusedWith(when(rule)), sentence))
  }

  for (const startsOn of ['0001-01-01', '1500-01-01', '1999-12-31', '2036-11-29', '9999-12-31']) {
    test(`a start on ${startsOn}`, () =>
      assert.match(refusedWith(when('FREQ=YEARLY', { startsOn })), /^A plan begins/))
  }
})

test('what was stored and can be followed no more says why, and is shown as it was written', () => {
  for (const [stored, sentence] of [
    [when('FREQ=DAILY;INTERVAL=abc'), /^INTERVAL/],
    [when('FREQ=DAILY', { startsOn: '0001-01-01' }), /^A plan begins/],
    [when('FREQ=DAILY', { zone: 'Mars/Olympus' }), /time zone/],
  ] as const) {
    assert.match(refusalOf(stored) ?? '', sentence)
    assert.equal(inWords(stored), stored.rule)
  }
  assert.equal(refusalOf(when('FREQ=DAILY')), null)
})

describe('dates', () => {
  const days = (rule: string, more: Partial<When> = {}, most = 4) =>
    nextDates(when(rule, more), now, most).map((date) => date.toISOString().slice(0, 10))
  for (const [rule, startsOn, expected] of [
    ['freq=weekly;byday=mo', '2026-01-05', ['2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21']],
    [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      '2026-01-05',
      ['2028-02-29', '2032-02-29', '2036-02-29', '2040-02-29'],
    ],
    [
      'FREQ=YEARLY;INTERVAL=10;BYMONTH=2;BYMONTHDAY=29',
      '2000-01-01',
      ['2040-02-29', '2060-02-29', '2080-02-29'],
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-05', ['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31']],
    ['FREQ=MONTHLY', '2026-08-31', ['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31']],
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      '2026-01-05',
      ['2026-11-30', '2026-12-31', '2027-01-29', '2027-02-26'],
    ],
    ['FREQ=YEARLY;BYDAY=53TH', '2026-01-01', ['2026-12-31', '2032-12-30', '2037-12-31', '2043-12-31']],
    ['FREQ=DAILY;COUNT=3', '2026-11-27', ['2026-11-29']],
    ['FREQ=DAILY;UNTIL=20261130', '2026-01-05', ['2026-11-29', '2026-11-30']],
    ['FREQ=DAILY;UNTIL=20261130T072959Z', '2026-01-05', ['2026-11-29']],
    ['FREQ=DAILY;UNTIL=20261130T083000', '2026-01-05', ['2026-11-29', '2026-11-30']],
  ] as const) {
    test(rule, () => assert.deepEqual(days(rule, { startsOn }).slice(0, expected.length), expected))
  }

  test('a time that the clocks leap over stays on its day, and a day that a zone left out has none', () => {
    const madrid = nextDates(when('FREQ=DAILY', { time: '02:30' }), new Date('2027-03-27T12:00:00Z'), 2)
    assert.deepEqual(
      madrid.map((date) => date.toISOString()),
      ['2027-03-28T01:30:00.000Z', '2027-03-29T00:30:00.000Z'],
    )
    const samoa = datesBetween(
      when('FREQ=DAILY', { zone: 'Pacific/Apia', startsOn: '2011-12-28' }),
      new Date('2011-12-29T00:00:00Z'),
      new Date('2012-01-01T00:00:00Z'),
      9,
    )
    assert.deepEqual(
      samoa.map((date) => date.toISOString()),
      ['2011-12-29T18:30:00.000Z', '2011-12-30T18:30:00.000Z', '2011-12-31T18:30:00.000Z'],
    )
  })
})

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const some = <Value>(value: fc.Arbitrary<Value>) => fc.uniqueArray(value, { maxLength: 3 })
const signed = (most: number) => fc.integer({ min: -most, max: most }).filter((value) => value !== 0)
/** Texts of which most are rules; the others are left out by whoever asks. */
const rules = fc
  .record({
    FREQ: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    INTERVAL: fc.option(fc.oneof(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 999 }))),
    COUNT: fc.option(fc.integer({ min: 1, max: 9_999 }), { freq: 4 }),
    BYDAY: some(
      fc.oneof(
        weekday,
        fc.tuple(signed(5), weekday).map((both) => both.join('')),
      ),
    ),
    BYMONTHDAY: fc.oneof(fc.constant([]), some(signed(31))),
    BYMONTH: fc.oneof(fc.constant([]), some(fc.integer({ min: 1, max: 12 }))),
    BYSETPOS: fc.oneof(fc.constant([]), some(signed(4))),
    WKST: fc.option(weekday),
  })
  .map((parts) =>
    Object.entries(parts)
      .map(([key, value]) => [key, [value].flat().join(',')])
      .filter(([, value]) => value)
      .map((part) => part.join('='))
      .join(';'),
  )
  .filter((rule) => typeof readRule(rule) !== 'string')
const starts = fc.integer({ min: dayOfText('2000-01-01'), max: dayOfText('2036-11-28') }).map(textOfDay)
const zones = fc.constantFrom(
  'Europe/Madrid',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'UTC',
)
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30', '59'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`)

describe('whatever the rule', () => {
  test('its next fifty dates rise, at most one a day, at its time in its zone, and each fits again', () => {
    fc.assert(
      fc.property(rules, starts, zones, times, (rule, startsOn, zone, time) => {
        const asked = when(rule, { startsOn, zone, time })
        const dates = nextDates(asked, now, 50)
        const walls = dates.map((date) =>
          Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(zone),
        )
        const onDays = walls.map((wall) => wall.toPlainDate().toString())
        assert.ok(dates.every((date, at) => date > (dates[at - 1] ?? now)))
        assert.equal(new Set(onDays).size, dates.length)
        assert.ok(onDays.every((day) => day >= startsOn))
        for (const wall of walls) {
          const isGap = !wall.toPlainTime().toString().startsWith(time)
          // No time of a zone leaps by more than an hour within a day.
          if (isGap) assert.notEqual(wall.hoursInDay, 24)
        }
        const last = dates.at(-1)
        if (last) assert.deepEqual(datesBetween(asked, now, last, 50), dates)
        assert.ok(inWords(asked).startsWith('every'))
      }),
      { numRuns: 100 },
    )
  })

  test('they are found within a bound of steps', () => {
    fc.assert(
      fc.property(rules, starts, (text, startsOn) => {
        const rule = readRule(text)
        assert.ok(typeof rule !== 'string')
        const from = dayOfText('2026-11-28')
        const start = dayOfText(startsOn)
        let [steps, found, empty] = [0, 0, 0]
        for (const days of periodsOf(rule, start, from)) {
          steps += 1
          const ahead = days.filter((day) => day >= from).length
          found += ahead
          empty = days.length > 0 ? 0 : empty + 1
          assert.ok(empty <= reach + 1)
          if (found >= 50) break
        }
        assert.ok(steps <= (50 + 1) * (reach + 1) + 9_999)
        if (rule.count === null) assert.ok(found >= 50 || empty > 0)
      }),
      { numRuns: 100 },
    )
  })

  test('they are those that another reader of RFC 5545 finds', () => {
    // It reads weekdays with and without a place side by side in a way of its own.
    const isMixed = (rule: string) => /BYDAY=[^;]*\d/.test(rule) && /BYDAY=(?:[^;]*,)?[A-Z]{2}/.test(rule)
    const usual = rules.filter((rule) => !/COUNT|INTERVAL=\d\d/.test(rule) && !isMixed(rule))
    fc.assert(
      fc.property(usual, (text) => {
        const asked = when(text)
        const ours = nextDates(asked, now, 5)
        fc.pre(ours.length === 5 && (ours[4]?.getUTCFullYear() ?? 0) < 2040)
        const theirs = new RRuleTemporal({
          rruleString: `DTSTART;TZID=Europe/Madrid:20260105T083000\nRRULE:${text}`,
        })
        assert.deepEqual(
          theirs
            .between(now, ours[4] ?? now, true)
            .map(({ epochMilliseconds }) => new Date(epochMilliseconds)),
          ours,
          text,
        )
      }),
      { numRuns: 200, seed: 5545 },
    )
  })
})

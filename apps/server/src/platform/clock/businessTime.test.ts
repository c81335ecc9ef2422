import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  afterBusinessTime,
  type BusinessCalendar,
  beforeBusinessTime,
  businessTimeBetween,
  type Hours,
  isWorkday,
  officeHours,
  spansBetween,
  workdaysIn,
} from './businessTime.ts'

const hour = 3_600_000
const madrid = 'Europe/Madrid'
const at = (text: string) => Date.parse(text)
const hours = (...pairs: [from: string, until: string][]): Hours[] =>
  pairs.map(([from, until]) => ({ from, until }))
const everyDay = (zone: string, ...pairs: [string, string][]): BusinessCalendar => ({
  zone,
  week: Array.from({ length: 7 }, () => hours(...pairs)),
  holidays: new Set(),
})
const withLunch: BusinessCalendar = {
  zone: madrid,
  week: [
    ...Array.from({ length: 4 }, () => hours(['09:00', '14:00'], ['15:30', '18:00'])),
    hours(['09:00', '14:00']),
    [],
    [],
  ],
  holidays: new Set(['2026-12-08', '2026-12-25']),
}
const around = (zone: string) => everyDay(zone, ['00:00', '24:00'])

describe('after so much business time', () => {
  for (const [name, calendar, start, many, due] of [
    ['within one day', withLunch, '2026-11-18T09:00:00+01:00', 4, '2026-11-18T13:00:00+01:00'],
    ['to the lunch break', withLunch, '2026-11-18T09:00:00+01:00', 5, '2026-11-18T14:00:00+01:00'],
    ['over the lunch break', withLunch, '2026-11-18T13:00:00+01:00', 2, '2026-11-18T16:30:00+01:00'],
    ['from within it', withLunch, '2026-11-18T14:30:00+01:00', 1, '2026-11-18T16:30:00+01:00'],
    ['over a short Friday', withLunch, '2026-11-20T13:00:00+01:00', 2, '2026-11-23T10:00:00+01:00'],
    ['over a holiday', withLunch, '2026-12-07T17:00:00+01:00', 2, '2026-12-09T10:00:00+01:00'],
    [
      'over the change to winter time',
      officeHours(madrid),
      '2026-10-23T17:00:00+02:00',
      2,
      '2026-10-26T10:00:00+01:00',
    ],
    [
      'over the change to summer time',
      officeHours(madrid),
      '2026-03-27T17:00:00+01:00',
      2,
      '2026-03-30T10:00:00+02:00',
    ],
    [
      'over midnight, day and night',
      around(madrid),
      '2026-11-18T23:30:00+01:00',
      1,
      '2026-11-19T00:30:00+01:00',
    ],
    ['nothing is now', withLunch, '2026-11-22T12:00:00+01:00', 0, '2026-11-22T12:00:00+01:00'],
  ] as const) {
    test(name, () => assert.equal(afterBusinessTime(calendar, at(start), many * hour), at(due)))
  }

  test('a calendar that never opens is an error and not an endless search', () => {
    assert.throws(() => afterBusinessTime(everyDay(madrid), 0, 1), /without working time/)
    assert.throws(() => beforeBusinessTime(everyDay(madrid), 0, 1), /without working time/)
  })
})

describe('days on which summer time begins or ends', () => {
  for (const [name, calendar, day, expected] of [
    ['day and night, 23 hours in spring', around(madrid), '2026-03-29', 23],
    ['day and night, 25 hours in autumn', around(madrid), '2026-10-25', 25],
    ['half an hour at Lord Howe', around('Australia/Lord_Howe'), '2026-10-04', 23.5],
    ['a night shift loses its hour', everyDay(madrid, ['01:00', '05:00']), '2026-03-29', 3],
    ['a night shift wins one', everyDay(madrid, ['01:00', '05:00']), '2026-10-25', 5],
    [
      'what begins in the hour left out begins after it',
      everyDay(madrid, ['02:30', '05:00']),
      '2026-03-29',
      2,
    ],
    ['what ends in it ends before it', everyDay(madrid, ['01:00', '02:30']), '2026-03-29', 1],
    ['what lies in it is not', everyDay(madrid, ['02:10', '02:50']), '2026-03-29', 0],
    [
      'what meets in the hour that comes twice has it once',
      everyDay(madrid, ['00:00', '02:30'], ['02:30', '24:00']),
      '2026-10-25',
      25,
    ],
    ['a day that begins at one o’clock', around('America/Santiago'), '2026-09-06', 23],
  ] as const) {
    test(name, () => {
      const date = Temporal.PlainDate.from(day)
      const from = date.toZonedDateTime(calendar.zone).epochMilliseconds
      const until = date.add({ days: 1 }).toZonedDateTime(calendar.zone).epochMilliseconds
      assert.equal(businessTimeBetween(calendar, from, until) / hour, expected)
    })
  }
})

test('stretches are cut to what was asked for, and half-open', () => {
  const day = (time: string) => at(`2026-11-18T${time}:00+01:00`)
  assert.deepEqual(spansBetween(withLunch, day('13:00'), day('16:00')), [
    { from: day('13:00'), until: day('14:00') },
    { from: day('15:30'), until: day('16:00') },
  ])
  assert.deepEqual(spansBetween(withLunch, day('14:00'), day('15:30')), [])
  assert.deepEqual(spansBetween(withLunch, day('13:00'), day('13:00')), [])
})

test('working days leave out weekends and holidays', () => {
  assert.deepEqual(workdaysIn(withLunch, '2026-12-04', '2026-12-09'), [
    '2026-12-04',
    '2026-12-07',
    '2026-12-09',
  ])
  assert.equal(isWorkday(withLunch, '2026-12-25'), false)
})

const zones = ['UTC', madrid, 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham', 'Australia/Lord_Howe']
const clockTimes = (quarters: number) =>
  `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`
const openDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((marks) => marks.toSorted((one, other) => one - other))
  .map((marks) =>
    Array.from({ length: Math.floor(marks.length / 2) }, (_, index) => ({
      from: clockTimes(marks[2 * index] ?? 0),
      until: clockTimes(marks[2 * index + 1] ?? 0),
    })),
  )
/** Any calendar that opens at least once a week. */
const calendars = fc
  .record({
    zone: fc.constantFrom(...zones),
    week: fc.array(openDay, { minLength: 6, maxLength: 6 }),
    holidays: fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { maxLength: 12 }),
  })
  .map(
    ({ zone, week, holidays }): BusinessCalendar => ({
      zone,
      week: [hours(['10:00', '11:00']), ...week],
      holidays: new Set(
        holidays.map((day) => Temporal.PlainDate.from('2026-01-01').add({ days: day }).toString()),
      ),
    }),
  )
const moments = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') })
const durations = fc.integer({ min: 1, max: 60 * hour })

describe('whatever the calendar and its zone', () => {
  const holds = (check: (calendar: BusinessCalendar, a: number, b: number, c: number) => void) =>
    fc.assert(fc.property(calendars, moments, durations, durations, check), { numRuns: 300 })

  test('time adds up: until lunch and from lunch is the whole', () =>
    holds((calendar, start, first, second) => {
      const [middle, end] = [start + first, start + first + second]
      assert.equal(
        businessTimeBetween(calendar, start, middle) + businessTimeBetween(calendar, middle, end),
        businessTimeBetween(calendar, start, end),
      )
    }))

  test('so much and then so much is as good as both at once', () =>
    holds((calendar, start, first, second) => {
      const stepwise = afterBusinessTime(calendar, afterBusinessTime(calendar, start, first), second)
      assert.equal(stepwise, afterBusinessTime(calendar, start, first + second))
    }))

  test('going on and measuring undo each other, forwards and back', () =>
    holds((calendar, start, duration) => {
      const end = afterBusinessTime(calendar, start, duration)
      assert.equal(businessTimeBetween(calendar, start, end), duration)
      // It is the first such instant.
      assert.equal(businessTimeBetween(calendar, start, end - 1), duration - 1)
      const begin = beforeBusinessTime(calendar, start, duration)
      assert.equal(businessTimeBetween(calendar, begin, start), duration)
      assert.equal(businessTimeBetween(calendar, begin + 1, start), duration - 1)
    }))

  test('a later start is never due earlier, and more time never sooner', () =>
    holds((calendar, start, more, duration) => {
      const due = afterBusinessTime(calendar, start, duration)
      assert.ok(afterBusinessTime(calendar, start + more, duration) >= due)
      assert.ok(afterBusinessTime(calendar, start, duration + more) > due)
    }))

  test('inside and outside make the whole, and inside is never more than went by', () =>
    holds((calendar, start, duration) => {
      const spans = spansBetween(calendar, start, start + duration)
      let cursor = start
      let outside = 0
      for (const { from, until } of spans) {
        assert.ok(from >= cursor && until > from)
        outside += from - cursor
        cursor = until
      }
      outside += start + duration - cursor
      assert.equal(outside + businessTimeBetween(calendar, start, start + duration), duration)
    }))
})

test('day and night has no gap at midnight, in any zone, on any day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), moments, durations, (zone, start, duration) => {
      assert.equal(businessTimeBetween(around(zone), start, start + duration), duration)
      assert.equal(afterBusinessTime(around(zone), start, duration), start + duration)
    }),
  )
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { holidaysOf } from './holidays.ts'

const now = new Date('2026-11-20T12:00:00Z')
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR'].join('\r\n')
const day = (start: string, name: string, ...more: string[]) => [
  'BEGIN:VEVENT',
  `UID:${name}-${start}`,
  `DTSTART;VALUE=DATE:${start}`,
  `SUMMARY:${name}`,
  ...more,
  'END:VEVENT',
]

describe('holidays of an iCalendar file', () => {
  test('all-day events, one for each of their days, in order', () => {
    const ics = calendar(
      ...day('20261225', 'Christmas\\, at last'),
      ...day('20261207', 'Bridge', 'DTEND;VALUE=DATE:20261209'),
    )
    assert.deepEqual(holidaysOf(ics, now), {
      holidays: [
        { date: '2026-12-07', name: 'Bridge' },
        { date: '2026-12-08', name: 'Bridge' },
        { date: '2026-12-25', name: 'Christmas, at last' },
      ],
      leftOut: 0,
    })
  })

  test('yearly ones for ten years ahead, without their exceptions', () => {
    const ics = calendar(...day('20000501', 'Labour Day', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20280501'))
    const dates = holidaysOf(ics, now)?.holidays.map(({ date }) => date)
    assert.deepEqual([dates?.at(0), dates?.at(-1), dates?.length], ['2025-05-01', '2036-05-01', 11])
    assert.ok(!dates?.includes('2028-05-01'))
  })

  test('what has a time of day is left out and counted; what is long past is not worth keeping', () => {
    const ics = calendar(
      ...['BEGIN:VEVENT', 'UID:1', 'DTSTART:20261224T120000Z', 'SUMMARY:Half day', 'END:VEVENT'],
      ...day('20191225', 'Long ago'),
      ...day('20261226', 'Boxing Day'),
    )
    assert.deepEqual(holidaysOf(ics, now), {
      holidays: [{ date: '2026-12-26', name: 'Boxing Day' }],
      leftOut: 1,
    })
  })

  test('folded lines, bare newlines, a missing name and two calendars in one file', () => {
    const folded = calendar(...day('20261101', 'All Saints')).replace('All Saints', 'All Sa\r\n ints')
    const nameless = calendar('BEGIN:VEVENT', 'UID:2', 'DTSTART;VALUE=DATE:20270101', 'END:VEVENT')
    const holidays = holidaysOf(`${folded}\r\n${nameless}`.replaceAll('\r\n', '\n'), now)?.holidays
    assert.deepEqual(holidays, [
      { date: '2026-11-01', name: 'All Saints' },
      { date: '2027-01-01', name: 'Holiday' },
    ])
  })

  for (const [name, text] of [
    ['a page', '<html><body>Holidays</body></html>'],
    ['a card', 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nEND:VCARD'],
    ['half of one', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'],
    ['nothing', ' '],
  ] as const) {
    test(`${name} is none`, () => assert.equal(holidaysOf(text, now), null))
  }
})

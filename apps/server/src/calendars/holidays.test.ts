import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { holidaysOf, most } from './holidays.ts'
import { words } from './words.ts'

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
      refused: [],
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
      refused: [],
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

const datesOf = (start: string, ...more: string[]) =>
  holidaysOf(calendar(...day(start, 'Feast', ...more)), now)?.holidays.map(({ date }) => date)

describe('yearly rules', () => {
  for (const [rule, start, ...expected] of [
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', '19420101', '2025-11-27', '2026-11-26'],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', '20200101', '2025-05-26', '2026-05-25'],
    ['FREQ=YEARLY;BYDAY=1MO,-1FR', '20200101', '2025-01-06', '2025-12-26', '2026-01-05', '2026-12-25'],
    ['FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=TU', '20200101', '2025-11-04', '2026-11-03'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;WKST=SU', '20200101', '2025-12-31', '2026-12-31'],
    ['FREQ=YEARLY;BYMONTHDAY=1;UNTIL=20250201', '20250101', '2025-01-01', '2025-02-01'],
    ['FREQ=YEARLY;INTERVAL=4', '20220610', '2026-06-10', '2030-06-10'],
    ['freq=yearly;count=3', '20240610', '2025-06-10', '2026-06-10'],
    ['FREQ=YEARLY', '20000229', '2028-02-29', '2032-02-29'],
  ] as const) {
    test(`${rule} from ${start}`, () =>
      assert.deepEqual(datesOf(start, `RRULE:${rule}`)?.slice(0, expected.length), expected))
  }

  test('with days besides and exceptions', () => {
    const more = ['RDATE;VALUE=DATE:20260107,20260108', 'EXDATE;VALUE=DATE:20260106,20260108']
    assert.deepEqual(datesOf('20250106', 'RRULE:FREQ=YEARLY;UNTIL=20261231', ...more), [
      '2025-01-06',
      '2026-01-07',
    ])
  })
})

describe('an event that cannot be a holiday is refused by name, and the others are taken', () => {
  for (const [name, why, start, ...more] of [
    [
      'a day that never comes',
      words.notYearly('DAILY'),
      '20260101',
      'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    ],
    ['30 February', words.neverComes, '20260101', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['every day', words.notYearly('DAILY'), '20260101', 'RRULE:FREQ=DAILY'],
    ['every second', words.notYearly('SECONDLY'), '20260101', 'RRULE:FREQ=SECONDLY'],
    ['every Monday', words.whichOne, '20260101', 'RRULE:FREQ=YEARLY;BYDAY=MO'],
    ['no rule', words.odd('RRULE', 'HELLO'), '20260101', 'RRULE:hello'],
    ['an unknown part', words.odd('RRULE', 'BYSETPOS=1'), '20260101', 'RRULE:FREQ=YEARLY;BYSETPOS=1'],
    ['a part twice', words.odd('RRULE', 'FREQ=DAILY'), '20260101', 'RRULE:FREQ=YEARLY;FREQ=DAILY'],
    ['no interval', words.odd('INTERVAL', '0'), '20260101', 'RRULE:FREQ=YEARLY;INTERVAL=0'],
    ['an endless count', words.odd('COUNT', '1E9'), '20260101', 'RRULE:FREQ=YEARLY;COUNT=1e9'],
    ['month 13', words.odd('BYMONTH', '13'), '20260101', 'RRULE:FREQ=YEARLY;BYMONTH=13'],
    ['day 0', words.odd('BYMONTHDAY', '0'), '20260101', 'RRULE:FREQ=YEARLY;BYMONTHDAY=0'],
    ['a sixth Monday', words.odd('BYDAY', '6MO'), '20260101', 'RRULE:FREQ=YEARLY;BYMONTH=1;BYDAY=6MO'],
    ['no week', words.odd('WKST', 'XX'), '20260101', 'RRULE:FREQ=YEARLY;WKST=XX'],
    ['an end that is none', words.odd('UNTIL', 'SOON'), '20260101', 'RRULE:FREQ=YEARLY;UNTIL=soon'],
    ['two rules', words.twoRules, '20260101', 'RRULE:FREQ=YEARLY', 'RRULE:FREQ=YEARLY'],
    ['days besides that are none', words.noDay('RDATE', 'xx--'), '20260101', 'RDATE;VALUE=DATE:xx'],
    ['weeks that are none', words.odd('DURATION', 'PXXW'), '20260101', 'DURATION:PXXW'],
    ['a first day that is none', words.noDay('DTSTART', '2026-AB-99'), '2026AB99'],
    ['year 0', words.noDay('DTSTART', '0000-01-01'), '00000101'],
    ['an end before it begins', words.endsBefore, '20260105', 'DTEND;VALUE=DATE:20260101'],
    ['half a year', words.tooLongEvent(most.days), '20260101', 'DTEND;VALUE=DATE:20260701'],
    [
      'a file of days',
      words.tooManyDates(most.dates),
      '20260101',
      ...Array.from({ length: 501 }, () => 'RDATE;VALUE=DATE:20260101'),
    ],
  ] as const) {
    test(name, () => {
      const ics = calendar(...day(start, 'Odd', ...more), ...day('20261225', 'Christmas'))
      assert.deepEqual(holidaysOf(ics, now), {
        holidays: [{ date: '2026-12-25', name: 'Christmas' }],
        leftOut: 0,
        refused: [{ event: 'Odd', why }],
      })
    })
  }
})

describe('a file asks for so much and not more', () => {
  const many = (count: number, ...more: string[]) =>
    calendar(...Array.from({ length: count }, () => day('16000101', 'Feast', ...more)).flat())
  test('events', () =>
    assert.throws(() => holidaysOf(many(1_001), now), { message: words.tooManyEvents(most.events) }))
  test('days over all of them', () => {
    const daily = `BYMONTHDAY=${Array.from({ length: 31 }, (_, index) => index + 1)}`
    const ics = many(1_000, `RRULE:FREQ=YEARLY;COUNT=10000;${daily}`)
    assert.throws(() => holidaysOf(ics, now), { message: words.tooMuch })
  })
  test('a thousand yearly ones are fine', () =>
    assert.equal(holidaysOf(many(1_000, 'RRULE:FREQ=YEARLY'), now)?.holidays.length, 12))
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type BodyIn, calendars } from '@deskhand/contract'
import { type Desk, openDesk } from '../testing/desk.ts'
import { ana, elena, marta, olga, sofia } from '../testing/people.ts'
import { words } from './words.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

type Body = BodyIn<typeof calendars.create>
const nine = [{ from: '09:00', until: '18:00' }]
const lunch = [
  { from: '09:00', until: '14:00' },
  { from: '15:00', until: '18:00' },
]
let made = 0
const body = (more: Partial<Body> = {}): Body => {
  made += 1
  return {
    name: `Calendar ${made}`,
    zone: 'Europe/Madrid',
    week: [lunch, lunch, lunch, lunch, lunch, [], []],
    ...more,
  }
}
const create = async (more: Partial<Body> = {}) =>
  (await desk.as(elena).call(calendars.create, { body: body(more) })).data
const idOf = async (code: string) =>
  (await desk.rows<{ id: string }>(elena, 'select id from app.desks where code = $1', [code]))[0]?.id ?? ''

describe('creating a calendar', () => {
  test('keeps hours, holidays, desks and sites, and says so in the log', async () => {
    const serviceDeskIds = [await idOf('FACILITIES')]
    const { status, data, headers } = await desk.as(elena).call(calendars.create, {
      body: body({ holidays: [{ date: '2026-12-25', name: 'Christmas' }], serviceDeskIds, sites: ['Porto'] }),
    })
    assert.deepEqual([status, headers['location']], [201, `/api/v1/management/calendars/${data.id}`])
    assert.deepEqual(data.week[0], lunch)
    assert.deepEqual([data.serviceDeskIds, data.sites, data.version], [serviceDeskIds, ['Porto'], 1])
    const { data: all } = await desk.as(sofia).call(calendars.list)
    assert.ok(all.data.some(({ id }) => id === data.id))
    const [event] = await desk.rows(
      elena,
      `select name, subject_ref as ref from app.events where subject_id = $1`,
      [data.id],
    )
    assert.deepEqual(event, { name: 'calendar.created', ref: data.name })
  })

  for (const [name, more, sentence] of [
    ['without working time', { week: [[], [], [], [], [], [], []] }, words.neverOpens],
    [
      'with hours that overlap',
      { week: [[...nine, { from: '17:00', until: '19:00' }], [], [], [], [], [], []] },
      words.overlaps(0, { from: '09:00', until: '18:00' }, { from: '17:00', until: '19:00' }),
    ],
    [
      'with a night in one stretch',
      { week: [[], [{ from: '22:00', until: '06:00' }], [], [], [], [], []] },
      words.ends(1, '22:00', '06:00'),
    ],
    [
      'of which holidays leave nothing',
      {
        week: [[], [], [], [], [], [], nine],
        holidays: Array.from({ length: 60 }, (_, week) => ({
          date: Temporal.PlainDate.from('2026-11-22').add({ weeks: week }).toString(),
          name: 'Off',
        })),
      },
      words.allHolidays,
    ],
    [
      'with a day that is twice a holiday',
      {
        holidays: [
          { date: '2026-12-25', name: 'One' },
          { date: '2026-12-25', name: 'Two' },
        ],
      },
      words.sameDate('2026-12-25'),
    ],
    ['for a desk that is not there', { serviceDeskIds: [crypto.randomUUID()] }, words.noSuchDesk],
  ] as const) {
    test(`is refused ${name}`, async () => {
      // The cases are read-only, the body is not.
      const { status, problem } = await desk
        .as(elena)
        .call(calendars.create, { body: body(more as unknown as Partial<Body>) })
      assert.deepEqual([status, problem.detail], [422, sentence])
    })
  }

  test('is an admin’s; a supervisor reads, a technician does not', async () => {
    for (const who of [marta, ana, sofia])
      assert.equal((await desk.as(who).call(calendars.create, { body: body() })).status, 403, who)
    assert.equal((await desk.as(ana).call(calendars.list)).status, 403)
  })

  test('is refused under a name that is taken', async () => {
    const { name } = await create()
    const { problem } = await desk.as(elena).call(calendars.create, { body: body({ name }) })
    assert.equal(problem.detail, words.taken)
  })
})

describe('changing a calendar', () => {
  test('is its next version, makes clocks stale, and keeps what was not said', async () => {
    const { id, week } = await create({ holidays: [{ date: '2026-12-24', name: 'Eve' }] })
    const version = async () =>
      (await desk.rows<{ version: number }>(elena, 'select version from app.clock_settings'))[0]?.version ?? 0
    const before = await version()
    const { data } = await desk
      .as(elena)
      .call(calendars.update, { params: { id }, body: { zone: 'Europe/Lisbon' } })
    assert.deepEqual(
      [data.zone, data.version, data.week, data.holidays.length],
      ['Europe/Lisbon', 2, week, 1],
    )
    assert.equal(await version(), before + 1)
    const again = await desk
      .as(elena)
      .call(calendars.update, { params: { id }, body: { zone: 'Europe/Lisbon' } })
    assert.deepEqual([again.status, again.data.version], [200, 2])
  })

  test('moves the default, a desk and a site from the calendar that had them', async () => {
    const deskId = await idOf('FINANCE')
    const had = { isDefault: true, serviceDeskIds: [deskId], sites: ['Bilbao', 'Vigo'] }
    const first = await create(had)
    const second = await create({ ...had, sites: ['Vigo'] })
    const { data } = await desk.as(elena).call(calendars.list)
    const find = (id: string) => data.data.find((one) => one.id === id)
    assert.deepEqual(
      [find(first.id)?.isDefault, find(first.id)?.serviceDeskIds, find(first.id)?.sites],
      [false, [], ['Bilbao']],
    )
    assert.deepEqual([find(second.id)?.isDefault, find(second.id)?.serviceDeskIds], [true, [deskId]])
    const { problem } = await desk
      .as(elena)
      .call(calendars.update, { params: { id: second.id }, body: { isDefault: false } })
    assert.equal(problem.detail, words.stays)
  })

  test('over a newer version is refused with what is there now', async () => {
    const { id } = await create()
    const { status } = await desk.as(elena).call(calendars.update, {
      params: { id },
      body: { name: 'Later' },
      headers: { 'if-match': '"7"' },
    })
    assert.equal(status, 412)
  })

  test('of another company, or by a supervisor, is refused', async () => {
    const { id } = await create()
    const call = { params: { id }, body: { name: 'Mine' } }
    assert.equal((await desk.as(olga).call(calendars.update, call)).status, 404)
    assert.equal((await desk.as(sofia).call(calendars.update, call)).status, 403)
  })
})

describe('deleting a calendar', () => {
  test('takes it away when nothing keeps it', async () => {
    const { id } = await create()
    assert.equal((await desk.as(elena).call(calendars.remove, { params: { id } })).status, 204)
    assert.equal((await desk.as(elena).call(calendars.remove, { params: { id } })).status, 404)
  })

  test('is refused while a desk keeps it, or it is the default', async () => {
    const kept = await create({ serviceDeskIds: [await idOf('HR')] })
    const refused = await desk.as(elena).call(calendars.remove, { params: { id: kept.id } })
    assert.deepEqual([refused.status, refused.problem.detail], [409, words.inUse([words.desks(1)])])
    const standard = await create({ isDefault: true })
    const { problem } = await desk.as(elena).call(calendars.remove, { params: { id: standard.id } })
    assert.equal(problem.detail, words.isDefault)
  })

  test('of another company, or by a supervisor, is refused', async () => {
    const { id } = await create()
    assert.equal((await desk.as(olga).call(calendars.remove, { params: { id } })).status, 404)
    assert.equal((await desk.as(sofia).call(calendars.remove, { params: { id } })).status, 403)
  })
})

describe('importing holidays', () => {
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//EN',
    ...['BEGIN:VEVENT', 'UID:1', 'DTSTART;VALUE=DATE:20261208', 'SUMMARY:Immaculate', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'UID:2', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:Christmas', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'UID:3', 'DTSTART:20261224T120000Z', 'SUMMARY:Toast', 'END:VEVENT'],
    'END:VCALENDAR',
  ].join('\r\n')

  test('adds what is new, keeps the names that are there, counts the rest', async () => {
    const { id } = await create({ holidays: [{ date: '2026-12-25', name: 'Navidad' }] })
    const { data } = await desk.as(elena).call(calendars.importHolidays, { params: { id }, body: { ics } })
    assert.deepEqual([data.added, data.known, data.leftOut], [1, 1, 1])
    assert.deepEqual(data.calendar.holidays, [
      { date: '2026-12-08', name: 'Immaculate' },
      { date: '2026-12-25', name: 'Navidad' },
    ])
    const again = await desk.as(elena).call(calendars.importHolidays, { params: { id }, body: { ics } })
    assert.deepEqual([again.data.added, again.data.calendar.version], [0, data.calendar.version])
  })

  test('refuses what is no iCalendar file, and one without days', async () => {
    const { id } = await create()
    const send = (text: string) =>
      desk.as(elena).call(calendars.importHolidays, { params: { id }, body: { ics: text } })
    assert.equal((await send('<html>')).problem.detail, words.notIcs)
    assert.equal((await send('BEGIN:VCALENDAR\r\nEND:VCALENDAR')).problem.detail, words.noDays)
  })

  test('names what it refuses, and refuses the file where nothing is left', async () => {
    const { id } = await create()
    const odd = { event: 'Toast', why: words.notYearly('DAILY') }
    const endless = ics
      .replace('DTSTART:20261224T120000Z', 'DTSTART;VALUE=DATE:20260101')
      .replace('SUMMARY:Toast', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nSUMMARY:Toast')
    const send = (text: string) =>
      desk.as(elena).call(calendars.importHolidays, { params: { id }, body: { ics: text } })
    const { data } = await send(endless)
    assert.deepEqual([data.added, data.refused], [2, [odd]])
    const { status, problem } = await send(endless.replaceAll(/(SUMMARY:(?:I|C))/g, 'DURATION:PXXW\r\n$1'))
    const first = { event: 'Immaculate', why: words.odd('DURATION', 'PXXW') }
    assert.deepEqual([status, problem.detail], [422, words.nothingFits(first, 2)])
  })

  test('of another company, or by a supervisor, is refused', async () => {
    const { id } = await create()
    const call = { params: { id }, body: { ics } }
    assert.equal((await desk.as(olga).call(calendars.importHolidays, call)).status, 404)
    assert.equal((await desk.as(sofia).call(calendars.importHolidays, call)).status, 403)
  })
})

test('trying a calendar adds, subtracts and measures business time', async () => {
  const { id } = await create()
  const calc = async (query: { from: string; minutes?: number; until?: string }) =>
    (await desk.as(sofia).call(calendars.calc, { params: { id }, query })).data
  const on = (time: string) => `2026-11-18T${time}:00.000Z`
  // Madrid is an hour ahead; lunch is from 14 to 15.
  assert.equal((await calc({ from: on('12:30'), minutes: 60 })).until, on('14:30'))
  assert.equal((await calc({ from: on('14:30'), minutes: -60 })).from, on('12:30'))
  const measured = await calc({ from: on('12:30'), until: on('14:30') })
  assert.deepEqual([measured.seconds, measured.open.length], [3600, 2])
  const { status } = await desk
    .as(olga)
    .call(calendars.calc, { params: { id }, query: { from: on('12:30'), minutes: 1 } })
  assert.equal(status, 404)
})

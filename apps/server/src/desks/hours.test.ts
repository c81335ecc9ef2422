import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { calendars, deskManagement, desks } from '@deskhand/contract'
import type { BusinessCalendar } from '../platform/clock/businessTime.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, olga } from '../testing/people.ts'
import { hoursOf } from './queries/hours.ts'

const desk = await openDesk()
after(() => desk.close())

const lunch = [
  { from: '09:00', until: '14:00' },
  { from: '15:00', until: '18:00' },
]
const office = (holidays: string[] = []): BusinessCalendar => ({
  zone: 'Europe/Madrid',
  week: [lunch, lunch, lunch, lunch, lunch, [], []],
  holidays: new Set(holidays),
})
const next = (hours: BusinessCalendar, now: string) =>
  hoursOf({ id: null, name: '', version: 1, hours }, new Date(now)).next.map(
    ({ from, until }) => `${from.slice(5, 16)} ${until.slice(11, 16)}`,
  )

// The 20th of November 2026 is a Friday.
for (const [name, hours, now, expected] of [
  ['before it opens', office(), '2026-11-20T07:00:00Z', ['11-20T08:00 13:00', '11-20T14:00 17:00']],
  ['while it is open', office(), '2026-11-20T09:30:00Z', ['11-20T08:00 13:00', '11-20T14:00 17:00']],
  ['at the end of a stretch', office(), '2026-11-20T13:00:00Z', ['11-20T14:00 17:00', '11-23T08:00 13:00']],
  [
    'before a holiday',
    office(['2026-11-23']),
    '2026-11-20T17:00:00Z',
    ['11-24T08:00 13:00', '11-24T14:00 17:00'],
  ],
  [
    'in weeks without a day',
    office(Array.from({ length: 31 }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`)),
    '2026-11-30T18:00:00Z',
    ['01-01T08:00 13:00', '01-01T14:00 17:00'],
  ],
] as const) {
  test(`what is open next, ${name}`, () => assert.deepEqual(next(hours, now).slice(0, 2), expected))
}

test('nothing within two months is nothing', () => {
  const days = Array.from({ length: 100 }, (_, day) =>
    Temporal.PlainDate.from('2026-11-20').add({ days: day }).toString(),
  )
  assert.deepEqual(next(office(days), '2026-11-20T09:00:00Z'), [])
})

test('whoever may ask a desk reads its hours by the calendar that it keeps', async () => {
  const { data: before } = await desk.as(jorge).call(desks.get, { params: { id: 'FACILITIES' } })
  const { status } = await desk.as(elena).call(calendars.create, {
    body: { name: 'Guards', zone: 'Europe/Lisbon', week: Array(7).fill(lunch), serviceDeskIds: [before.id] },
  })
  assert.equal(status, 201)
  const { data, headers } = await desk.as(jorge).call(desks.get, { params: { id: 'FACILITIES' } })
  assert.deepEqual([data.hours.zone, data.hours.week[6]], ['Europe/Lisbon', lunch])
  // What is open now changes without a new version, so nobody is told that it is what they have.
  const again = await desk.as(jorge).call(desks.get, {
    params: { id: before.id },
    headers: { 'if-none-match': String(headers['etag']) },
  })
  assert.equal(again.status, 200)
  assert.ok(data.hours.next.length === 3 && data.hours.next.every(({ from, until }) => from < until))
  const { data: all } = await desk.as(jorge).call(desks.list)
  assert.deepEqual(all.data.find(({ id }) => id === before.id)?.hours.week, data.hours.week)
})

test('an admin says how a desk is reached, and everybody of the company reads it', async () => {
  const ways = { contactEmail: 'keys@harbour.example', contactPhone: '4450', contactPlace: 'Gate 2' }
  const { data: facilities } = await desk.as(jorge).call(desks.get, { params: { id: 'FACILITIES' } })
  const params = { id: facilities.id }
  const set = (who: string, body: Partial<typeof ways>) =>
    desk.as(who).call(deskManagement.updateDesk, { params, body })
  assert.equal((await set(elena, ways)).status, 200)
  const { data } = await desk.as(jorge).call(desks.get, { params })
  assert.deepEqual(
    [data.contactEmail, data.contactPhone, data.contactPlace],
    ['keys@harbour.example', '4450', 'Gate 2'],
  )
  assert.equal((await set(ana, { contactPhone: '1' })).status, 403)
  assert.equal((await set(olga, { contactPhone: '1' })).status, 404)
  const { status, problem } = await set(elena, { contactEmail: 'nobody at all' })
  assert.deepEqual([status, problem.errors?.[0]?.pointer], [400, '/contactEmail'])
})

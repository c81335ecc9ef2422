import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  agoOrDate,
  dayName,
  dayOf,
  dayStart,
  fullTime,
  gutterTime,
  hourOfDay,
  plainDay,
  setReader,
  shortDate,
  span,
  stampTime,
  timeIn,
} from './time.ts'

const now = new Date('2026-11-20T10:44:00Z')
const at = (text: string) => new Date(text)
const minute = 60_000
const hour = 60 * minute

setReader('Europe/Madrid', null)

test('says how long in the two largest units that matter', () => {
  assert.equal(span(20_000), '1 min')
  assert.equal(span(24 * minute), '24 min')
  assert.equal(span(80 * minute), '1 h 20 min')
  assert.equal(span(5 * hour + 20 * minute), '5 h')
  assert.equal(span(27 * hour), '1 d 3 h')
  assert.equal(span(5.2 * 24 * hour), '5 d')
  assert.equal(span(-40 * minute), '40 min')
})

test('says a day without a moment as it was written, wherever the reader is', () => {
  setReader('America/Los_Angeles', null)
  assert.equal(plainDay('2026-11-23', now), '23 Nov')
  assert.equal(plainDay('2027-01-02', now), '2 Jan 2027')
  setReader('Europe/Madrid', null)
})

test('never says 60 minutes', () => {
  assert.equal(span(59.8 * minute), '1 h')
  assert.equal(span(119.8 * minute), '2 h')
})

test('is relative for a day and then a date', () => {
  assert.equal(agoOrDate(at('2026-11-20T10:43:40Z'), now), 'just now')
  assert.equal(agoOrDate(at('2026-11-20T10:32:00Z'), now), '12 min ago')
  assert.equal(agoOrDate(at('2026-11-20T07:00:00Z'), now), '3 h ago')
  assert.equal(agoOrDate(at('2026-11-18T10:00:00Z'), now), '18 Nov')
  assert.equal(agoOrDate(at('2025-11-18T10:00:00Z'), now), '18 Nov 2025')
})

test('fits the gutter: clock today, weekday this week, date before', () => {
  assert.equal(gutterTime(at('2026-11-20T08:31:00Z'), now), '09:31')
  assert.equal(gutterTime(at('2026-11-18T09:12:00Z'), now), 'Wed 10:12')
  assert.equal(gutterTime(at('2026-11-02T09:12:00Z'), now), '2 Nov')
})

test('counts days where the reader is, not where the server is', () => {
  const late = at('2026-11-19T23:30:00Z')
  assert.equal(dayName(late, now), 'Today')
  setReader('America/Lima', null)
  assert.equal(dayName(late, now), 'Yesterday')
  assert.equal(hourOfDay(now), 5)
  setReader('Europe/Madrid', null)
  assert.equal(shortDate(at('2025-12-31T23:30:00Z'), now), '1 Jan')
})

test('gives the whole of it for titles', () => {
  assert.equal(fullTime(now), 'Friday, 20 November 2026 at 11:44')
})

test('knows when a day begins where the reader is, also when clocks change', () => {
  assert.equal(dayStart('2026-11-20').toISOString(), '2026-11-19T23:00:00.000Z')
  assert.equal(dayStart('2026-07-01').toISOString(), '2026-06-30T22:00:00.000Z')
  assert.equal(dayStart('2026-03-29').toISOString(), '2026-03-28T23:00:00.000Z')
  assert.equal(dayStart('2026-10-26').toISOString(), '2026-10-25T23:00:00.000Z')
  assert.equal(dayStart('2026-11-20', '09:00').toISOString(), '2026-11-20T08:00:00.000Z')
  assert.equal(dayStart('2026-03-29', '09:00').toISOString(), '2026-03-29T07:00:00.000Z')
  assert.equal(dayStart('2026-10-25', '09:00').toISOString(), '2026-10-25T08:00:00.000Z')
  assert.equal(dayOf(at('2026-11-19T23:30:00Z')), '2026-11-20')
})

test('stamps day and time, and says the same moment elsewhere', () => {
  assert.equal(stampTime(at('2026-11-20T09:42:00Z'), now), '20 Nov, 10:42')
  assert.match(timeIn(at('2026-11-20T09:42:00Z'), 'America/New_York'), /04:42 in America\/New York$/)
})

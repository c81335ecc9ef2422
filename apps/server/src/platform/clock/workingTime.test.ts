import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addWorkingHours, dayIn, subtractWorkingDays } from './workingTime.ts'

const madrid = 'Europe/Madrid'
const at = (text: string) => new Date(text)

describe('working hours', () => {
  for (const [name, start, hours, due] of [
    ['within one day', '2026-11-18T09:00:00+01:00', 4, '2026-11-18T13:00:00+01:00'],
    ['to the very end of the day', '2026-11-18T14:00:00+01:00', 4, '2026-11-18T18:00:00+01:00'],
    ['over night', '2026-11-18T17:00:00+01:00', 2, '2026-11-19T10:00:00+01:00'],
    ['over the weekend', '2026-11-20T17:00:00+01:00', 2, '2026-11-23T10:00:00+01:00'],
    ['from before opening', '2026-11-18T06:00:00+01:00', 1, '2026-11-18T10:00:00+01:00'],
    ['from a Sunday', '2026-11-22T12:00:00+01:00', 9, '2026-11-23T18:00:00+01:00'],
    ['over the change to winter time', '2026-10-23T17:00:00+02:00', 2, '2026-10-26T10:00:00+01:00'],
    ['over the change to summer time', '2026-03-27T17:00:00+01:00', 2, '2026-03-30T10:00:00+02:00'],
  ] as const) {
    test(name, () => assert.deepEqual(addWorkingHours(at(start), hours, madrid), at(due)))
  }

  test('add up: so many and then so many are as good as both at once, whatever the zone', () => {
    const zones = fc.constantFrom(madrid, 'America/New_York', 'Asia/Kolkata', 'Pacific/Chatham', 'UTC')
    const starts = fc.date({
      min: at('2025-01-01T00:00:00Z'),
      max: at('2027-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    const hours = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(starts, hours, hours, zones, (start, first, second, zone) => {
        const stepwise = addWorkingHours(addWorkingHours(start, first, zone), second, zone)
        assert.deepEqual(stepwise, addWorkingHours(start, first + second, zone))
      }),
    )
  })
})

test('five working days before a Friday afternoon is the Friday before', () => {
  assert.deepEqual(
    subtractWorkingDays(at('2026-11-20T15:00:00+01:00'), 5, madrid),
    at('2026-11-13T15:00:00+01:00'),
  )
  assert.deepEqual(
    subtractWorkingDays(at('2026-11-23T15:00:00+01:00'), 5, madrid),
    at('2026-11-16T15:00:00+01:00'),
  )
})

test('a day is as long as it is', () => {
  const { from, until } = dayIn(madrid, at('2026-10-25T12:00:00Z'))
  assert.equal((until.getTime() - from.getTime()) / 3_600_000, 25)
})

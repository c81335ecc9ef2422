import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, daysFrom, mondayOf } from './days.ts'

test('days follow each other over months, leap days and changes of the clock', () => {
  assert.equal(addDays('2027-03-27', 2), '2027-03-29')
  assert.equal(addDays('2028-02-28', 1), '2028-02-29')
  assert.equal(addDays('2027-01-01', -1), '2026-12-31')
  assert.deepEqual(daysFrom('2027-10-30', 3), ['2027-10-30', '2027-10-31', '2027-11-01'])
})

test('a week begins on Monday', () => {
  assert.equal(mondayOf('2026-11-29'), '2026-11-23')
  assert.equal(mondayOf('2026-11-30'), '2026-11-30')
})

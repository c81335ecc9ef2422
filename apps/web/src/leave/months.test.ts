import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { monthAfter, monthOf, placeIn } from './months.ts'

const now = new Date(2026, 10, 28)

describe('a month by its address', () => {
  const cases: [string | null, string, string][] = [
    ['2027-02', '2027-02', '2027-02-28'],
    ['2028-02', '2028-02', '2028-02-29'],
    ['2026-12', '2026-12', '2026-12-31'],
    [null, '2026-11', '2026-11-30'],
    ['2026-13', '2026-11', '2026-11-30'],
    ['<script>', '2026-11', '2026-11-30'],
  ]
  for (const [given, id, until] of cases) {
    test(String(given), () => {
      const month = monthOf(given, now)
      assert.deepEqual([month.id, month.until], [id, until])
    })
  }
})

test('months before and after, across the year', () => {
  assert.equal(monthAfter('2026-12', 1), '2027-01')
  assert.equal(monthAfter('2027-01', -1), '2026-12')
  assert.equal(monthAfter('2026-05', -1), '2026-04')
})

test('a stretch lies where its days are, cut at the ends of the month', () => {
  const month = monthOf('2026-11', now)
  const place = (fromDate: string, untilDate: string) => placeIn(month, { fromDate, untilDate })
  assert.deepEqual(place('2026-11-01', '2026-11-30'), { start: 0, length: 1 })
  assert.deepEqual(place('2026-10-01', '2026-12-30'), { start: 0, length: 1 })
  assert.deepEqual(place('2026-11-16', '2026-11-18'), { start: 0.5, length: 0.1 })
  assert.deepEqual(place('2026-11-28', '2026-12-04'), { start: 0.9, length: 0.1 })
})

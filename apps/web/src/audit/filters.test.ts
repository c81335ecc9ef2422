import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setReader } from '../ui/time.ts'
import { rangeOf } from './filters.ts'

setReader('Europe/Madrid', null)

test('a range of days begins and ends at midnight where the reader is', () => {
  assert.deepEqual(rangeOf('today', null, null, '2026-11-20'), { from: '2026-11-19T23:00:00.000Z' })
  assert.deepEqual(rangeOf('7d', null, null, '2026-11-20'), { from: '2026-11-13T23:00:00.000Z' })
  assert.deepEqual(rangeOf(null, '2026-10-24', '2026-10-25', '2026-11-20'), {
    from: '2026-10-23T22:00:00.000Z',
    until: '2026-10-25T23:00:00.000Z',
  })
  assert.deepEqual(rangeOf(null, null, null, '2026-11-20'), {})
})

test('seven days over a change of clocks are still seven days', () => {
  assert.deepEqual(rangeOf('7d', null, null, '2026-10-28'), { from: '2026-10-21T22:00:00.000Z' })
})

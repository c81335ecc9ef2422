import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laterToday, nextMonday, tomorrow } from './times.ts'

const at = (text: string) => new Date(text)

test('later is three hours on while the day lasts, then tomorrow morning', () => {
  assert.deepEqual(laterToday(at('2026-11-25T10:20:00')), at('2026-11-25T13:00:00'))
  assert.deepEqual(laterToday(at('2026-11-25T21:00:00')), at('2026-11-26T09:00:00'))
})

test('tomorrow and next Monday begin at nine', () => {
  assert.deepEqual(tomorrow(at('2026-12-31T23:59:00')), at('2027-01-01T09:00:00'))
  for (const [from, to] of [
    ['2026-11-22', '2026-11-23'],
    ['2026-11-23', '2026-11-30'],
    ['2026-11-24', '2026-11-30'],
    ['2026-11-28', '2026-11-30'],
  ])
    assert.deepEqual(nextMonday(at(`${from}T12:00:00`)), at(`${to}T09:00:00`))
})

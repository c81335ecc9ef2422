import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn, subtractWorkingDays } from './workingTime.ts'

const madrid = 'Europe/Madrid'
const at = (text: string) => new Date(text)

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

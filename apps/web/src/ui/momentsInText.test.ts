import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentsInText } from './momentsInText.ts'
import { dayAndTime } from './time.ts'

test('a moment of the server is read by the reader’s own clock; days alone stay', () => {
  const here = dayAndTime(new Date('2026-11-30T14:19:00Z'))
  assert.equal(
    momentsInText('Luis Mora changed the priority since, on 2026-11-30 14:19 UTC.'),
    `Luis Mora changed the priority since, on ${here}.`,
  )
  assert.equal(momentsInText('From 2026-11-30 on, UTC.'), 'From 2026-11-30 on, UTC.')
})

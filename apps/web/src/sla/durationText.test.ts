import assert from 'node:assert/strict'
import { test } from 'node:test'
import { durationText, readDuration } from './durationText.ts'

for (const [text, minutes] of [
  ['30 min', 30],
  ['45', 45],
  ['4h', 240],
  ['1 h 30 min', 90],
  ['1.5 h', 90],
  ['1:30', 90],
  ['', null],
  ['—', null],
  ['0', undefined],
  ['soon', undefined],
  ['-5', undefined],
] as const) {
  test(`"${text}" is ${minutes}`, () => assert.equal(readDuration(text), minutes))
}

test('what is written is read again', () => {
  for (const minutes of [1, 59, 60, 90, 480, 1441]) assert.equal(readDuration(durationText(minutes)), minutes)
})

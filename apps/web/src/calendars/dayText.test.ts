import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayText, readDay } from './dayText.ts'

for (const [text, read] of [
  ['09:00–14:00, 15:00–18:00', '09:00–14:00, 15:00–18:00'],
  ['9-14; 15.30 - 18', '09:00–14:00, 15:30–18:00'],
  ['0-24', '00:00–24:00'],
  ['', ''],
  ['Closed', ''],
  ['9 to 5', null],
  ['9-25', null],
  ['24-25', null],
  ['09:75-10', null],
] as const) {
  test(`"${text}" is ${read === null ? 'not read' : `"${read}"`}`, () => {
    const hours = readDay(text)
    assert.equal(hours && dayText(hours), read)
  })
}

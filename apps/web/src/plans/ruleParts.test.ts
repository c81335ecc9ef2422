import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRule, writeRule } from './ruleParts.ts'

for (const rule of [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
  'FREQ=MONTHLY;BYDAY=1MO',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1',
  'FREQ=YEARLY',
]) {
  test(`${rule} is read and written the same`, () => {
    const parts = readRule(rule)
    assert.ok(parts)
    assert.equal(writeRule(parts), rule)
  })
}

for (const rule of ['FREQ=HOURLY', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101T000000Z', 'FREQ=YEARLY;BYMONTH=2']) {
  test(`${rule} is left as it was written`, () => assert.equal(readRule(rule), null))
}

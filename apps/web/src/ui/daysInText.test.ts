import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysInText } from './daysInText.ts'

const now = new Date('2026-11-20T10:00:00Z')

for (const [text, expected] of [
  ['Annual leave from 2026-12-01 to 2026-12-04', 'Annual leave from 1 Dec to 4 Dec'],
  ['Nadia starts on 2027-01-04.', 'Nadia starts on 4 Jan 2027.'],
  ['backup-2026-12-01.tar.gz is empty', 'backup-2026-12-01.tar.gz is empty'],
  ['/logs/2026-12-01/app.log', '/logs/2026-12-01/app.log'],
  ['at 2026-12-01T10:00', 'at 2026-12-01T10:00'],
  ['Order 2026-13-40', 'Order 2026-13-40'],
] as const) {
  test(`the days in “${text}”`, () => assert.equal(daysInText(text, now), expected))
}

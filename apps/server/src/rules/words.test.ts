import assert from 'node:assert/strict'
import { test } from 'node:test'
import { words } from './words.ts'

for (const [fields, expected] of [
  [['tag'], 'its tags change'],
  [['status', 'tag'], 'its state or its tags change'],
  [['tag', 'status'], 'its tags or its state changes'],
  [['priority'], 'its priority changes'],
] as const) {
  test(expected, () => assert.equal(words.when({ on: 'CHANGED', fields: [...fields] }), expected))
}

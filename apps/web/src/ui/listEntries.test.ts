import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyBeside, listEntries } from './listEntries.ts'

const rows = [
  { key: 'a', group: 'Needs an answer' },
  { key: 'b', group: 'Needs an answer' },
  { key: 'c', group: 'In hand' },
]
const keyOf = (row: { key: string }) => row.key

test('puts a heading before each group and keeps the rows’ own positions', () => {
  const entries = listEntries(rows, keyOf, (row) => row.group)
  assert.deepEqual(
    entries.map((entry) => (entry.kind === 'header' ? entry.words : `${entry.position} ${entry.key}`)),
    ['Needs an answer', '0 a', '1 b', 'In hand', '2 c'],
  )
})

test('moves the cursor and stops at the ends', () => {
  assert.equal(keyBeside(rows, keyOf, 'a', 1), 'b')
  assert.equal(keyBeside(rows, keyOf, 'a', -1), 'a')
  assert.equal(keyBeside(rows, keyOf, 'b', 10), 'c')
})

test('starts at the first row when there is no cursor, or its row has left', () => {
  assert.equal(keyBeside(rows, keyOf, null, 1), 'a')
  assert.equal(keyBeside(rows, keyOf, 'gone', -1), 'a')
  assert.equal(keyBeside([], keyOf, 'a', 1), null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usualMatrix } from './queries/priorities.ts'

test('priority follows from impact and urgency, cell by cell', () => {
  const levels = ['LOW', 'MEDIUM', 'HIGH'] as const
  const table = levels.map((impact) => levels.map((urgency) => usualMatrix[impact][urgency]))
  assert.deepEqual(table, [
    ['LOW', 'LOW', 'MEDIUM'],
    ['LOW', 'MEDIUM', 'HIGH'],
    ['MEDIUM', 'HIGH', 'CRITICAL'],
  ])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { greeting } from './greeting.ts'

test('the greeting fits the hour, and the night has a word of its own', () => {
  const at = (hour: number) => greeting('Marta', hour)
  assert.deepEqual([5, 11].map(at), ['Morning, Marta.', 'Morning, Marta.'])
  assert.deepEqual([12, 17].map(at), ['Afternoon, Marta.', 'Afternoon, Marta.'])
  assert.deepEqual([18, 22].map(at), ['Evening, Marta.', 'Evening, Marta.'])
  assert.deepEqual([23, 2, 4].map(at), ['Hello, Marta.', 'Hello, Marta.', 'Hello, Marta.'])
})

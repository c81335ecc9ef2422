import assert from 'node:assert/strict'
import { test } from 'node:test'
import { greeting, trueLine } from './greeting.ts'

test('the greeting fits the hour, and the night has a word of its own', () => {
  const at = (hour: number) => greeting('Marta', hour)
  assert.deepEqual([5, 11].map(at), ['Morning, Marta.', 'Morning, Marta.'])
  assert.deepEqual([12, 17].map(at), ['Afternoon, Marta.', 'Afternoon, Marta.'])
  assert.deepEqual([18, 22].map(at), ['Evening, Marta.', 'Evening, Marta.'])
  assert.deepEqual([23, 2, 4].map(at), ['Hello, Marta.', 'Hello, Marta.', 'Hello, Marta.'])
})

test('the line under it is true whatever is open', () => {
  assert.deepEqual(
    [trueLine(0, 0), trueLine(0, 1), trueLine(2, 0), trueLine(1, 1), trueLine(2, 4)],
    [
      'Nothing is waiting on you.',
      'Nothing is waiting on you. We have one request of yours in hand.',
      'Two things need you. Nothing else is waiting.',
      'One thing needs you. We have one more request of yours in hand.',
      'Two things need you. We have four more of your requests in hand.',
    ],
  )
})

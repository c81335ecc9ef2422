import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setReader } from '../ui/time.ts'
import { openState, timeThere } from './openState.ts'

setReader('Europe/Madrid', 'en-GB')

// A Friday in Madrid with lunch, and the Monday after it.
const next = [
  { from: '2026-11-20T08:00:00.000Z', until: '2026-11-20T13:00:00.000Z' },
  { from: '2026-11-20T14:00:00.000Z', until: '2026-11-20T17:00:00.000Z' },
  { from: '2026-11-23T08:00:00.000Z', until: '2026-11-23T13:00:00.000Z' },
]

for (const [at, expected] of [
  ['2026-11-20T07:59:59Z', [false, 'Opens at 09:00']],
  ['2026-11-20T08:00:00Z', [true, 'Open until 14:00']],
  ['2026-11-20T13:00:00Z', [false, 'Opens at 15:00']],
  ['2026-11-20T16:59:00Z', [true, 'Open until 18:00']],
  ['2026-11-20T17:00:00Z', [false, 'Opens Monday at 09:00']],
  ['2026-11-22T12:00:00Z', [false, 'Opens tomorrow at 09:00']],
  ['2026-11-23T13:00:00Z', null],
] as const) {
  test(`at ${at} it says ${expected?.[1] ?? 'to ask again'}`, () => {
    const state = openState({ next }, new Date(at))
    assert.deepEqual(state && [state.isOpen, state.text], expected)
  })
}

test('what never closes says no hour, and what opens on no day in sight says so', () => {
  const day = { from: '2026-11-19T23:00:00.000Z', until: '2026-11-20T23:00:00.000Z' }
  assert.deepEqual(openState({ next: [day] }, new Date('2026-11-20T12:00:00Z')), {
    isOpen: true,
    text: 'Open',
  })
  assert.deepEqual(openState({ next: [] }, new Date('2026-11-20T12:00:00Z')), {
    isOpen: false,
    text: 'Closed for now',
  })
})

for (const [zone, expected] of [
  ['Europe/Lisbon', '17:00 in Lisbon'],
  ['America/Sao_Paulo', '14:00 in Sao Paulo'],
  ['Europe/Paris', null],
] as const) {
  test(`where the desk is, in ${zone}, it is ${expected ?? 'the same hour'}`, () => {
    assert.equal(timeThere({ zone, week: [], next }, new Date('2026-11-20T16:00:00Z')), expected)
  })
}

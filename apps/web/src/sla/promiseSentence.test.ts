import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RequestStatus, SlaTarget } from '@deskhand/contract'
import { promiseSentence } from './promiseSentence.ts'

const rows: [RequestStatus, SlaTarget, string][] = [
  ['IN_REVIEW', 'FIRST_RESPONSE', 'The time for it stands still until this is approved.'],
  ['IN_REVIEW', 'RESOLUTION', 'The time for it stands still until this is approved.'],
  ['ACTION_REQUIRED', 'FIRST_RESPONSE', 'We answer once you have.'],
  ['ACTION_REQUIRED', 'RESOLUTION', 'The time for it stands still until you have answered.'],
  ['WAITING', 'FIRST_RESPONSE', 'The time for it stands still while it waits, and goes on afterwards.'],
]
for (const [status, target, sentence] of rows) {
  test(`a ${target} that stands still in ${status} says whose move it is`, () => {
    assert.equal(promiseSentence({ target, dueAt: null, isLate: false }, { status }), sentence)
  })
}

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isSampled, isWorthAsking, openUntil, type Solution } from './rules.ts'

const solution: Solution = {
  requesterId: 'asker',
  actorId: 'solver',
  assignedToId: 'solver',
  isConfidential: false,
  resolutionCode: 'FIXED',
}

describe('whoever asked is asked how it went', () => {
  const cases: [string, Partial<Solution>, boolean][] = [
    ['after a solution', {}, true],
    ['after one by Deskhand itself', { actorId: null }, true],
    ['not about what they solved', { actorId: 'asker' }, false],
    ['not about what they have in hand', { assignedToId: 'asker' }, false],
    ['not of a confidential request', { isConfidential: true }, false],
    ['not after taking it back', { resolutionCode: 'WITHDRAWN' }, false],
    ['not after asking twice', { resolutionCode: 'DUPLICATE' }, false],
    ['not after never answering', { resolutionCode: 'NO_RESPONSE' }, false],
    ['not without an outcome', { resolutionCode: null }, false],
  ]
  for (const [what, change, expected] of cases)
    test(what, () => assert.equal(isWorthAsking({ ...solution, ...change }), expected))
})

test('so many in a hundred are drawn, and the same ones each time', () => {
  const ids = Array.from({ length: 2000 }, (_, at) => `request ${at}`)
  const drawn = (percent: number) => ids.filter((id) => isSampled(id, percent))
  assert.equal(drawn(0).length, 0)
  assert.equal(drawn(100).length, 2000)
  assert.deepEqual(drawn(25), drawn(25))
  assert.ok(Math.abs(drawn(25).length - 500) < 80, String(drawn(25).length))
  const fewer = new Set(drawn(25))
  assert.ok(drawn(10).every((id) => fewer.has(id)))
})

test('a month to answer, a week to change it', () => {
  const askedAt = new Date('2026-11-01T10:00:00Z')
  const answeredAt = new Date('2026-11-20T10:00:00Z')
  assert.equal(openUntil({ askedAt, answeredAt: null }).toISOString(), '2026-12-01T10:00:00.000Z')
  assert.equal(openUntil({ askedAt, answeredAt }).toISOString(), '2026-11-27T10:00:00.000Z')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completed, completing, fieldsLike } from './completion.ts'

const cases: [line: string, chosen: string, then: string][] = [
  ['sta', 'status', 'status:'],
  ['is:open -sta', 'status', 'is:open -status:'],
  ['status:', 'waiting', 'status:waiting '],
  ['status:waiting,in', 'in_progress', 'status:waiting,in_progress '],
  ['assignee:an', 'Ana Ruiz', 'assignee:"Ana Ruiz" '],
  ['assignee:"Ana R', 'Ana Ruiz', 'assignee:"Ana Ruiz" '],
  ['assignee:"Ana Ruiz",lu', 'Luis Ferrer', 'assignee:"Ana Ruiz","Luis Ferrer" '],
  ['tag:x requester:o', 'O"Hara', 'tag:x requester:"O\\"Hara" '],
]

for (const [line, chosen, then] of cases) {
  test(`${line} becomes ${then}`, () => {
    const now = completing(line)
    assert.ok(now)
    assert.equal(completed(line, now, chosen), then)
  })
}

test('what is no filter is not completed', () => {
  for (const line of ['', 'vpn ', 'colour:re', 'status:new ', '"some wor'])
    assert.equal(completing(line), null)
})

test('fields are found by how they begin', () => {
  assert.deepEqual(fieldsLike('RE'), ['requester', 'region', 'resolved'])
})

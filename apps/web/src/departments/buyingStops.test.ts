import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buyingStops } from './buyingStops.ts'

const request = {
  status: 'APPROVED' as const,
  resolutionCode: null,
  assignee: null,
  assignedTeam: null,
  deskName: 'IT support',
}
const round = (status: 'PENDING' | 'APPROVED') => ({
  status,
  endedAt: status === 'APPROVED' ? '2026-11-20T10:00:00Z' : null,
})
const now = (told: ReturnType<typeof buyingStops>) => told?.stops.find(({ state }) => state === 'now')?.words

test('what is asked for is not with buying before it is approved', () => {
  const told = buyingStops({ ...request, status: 'IN_REVIEW' }, round('PENDING'), 'PENDING')
  assert.equal(now(told), 'Asked for')
  assert.match(told?.sentence ?? '', /Once it is agreed, IT support buys it/)
})

test('once approved it is with the desk, then with whoever took it', () => {
  const desk = buyingStops(request, round('APPROVED'), null)
  assert.equal(now(desk), 'Buying')
  assert.deepEqual(desk?.stops[0], { words: 'Approved', state: 'done', at: '2026-11-20T10:00:00Z' })
  assert.match(desk?.sentence ?? '', /With IT support/)
  const assignee = { id: 'ana', name: 'Ana Ruiz', department: null, site: null }
  const ana = buyingStops({ ...request, status: 'IN_PROGRESS', assignee }, round('APPROVED'), 'PENDING')
  assert.match(ana?.sentence ?? '', /Ana Ruiz buys it/)
})

test('what nobody had to approve says nothing of an approval', () => {
  const told = buyingStops({ ...request, status: 'IN_PROGRESS' }, null, null)
  assert.equal(told?.stops[0]?.words, 'Checked')
})

test('what was ordered waits for the delivery, and what was delivered is done', () => {
  assert.equal(now(buyingStops({ ...request, status: 'WAITING' }, round('APPROVED'), 'SHIPPED')), 'Ordered')
  const told = buyingStops({ ...request, status: 'RESOLVED' }, round('APPROVED'), 'DELIVERED')
  assert.ok(told?.stops.every(({ state }) => state === 'done'))
})

test('what was declined, taken back or solved without buying shows nothing', () => {
  assert.equal(buyingStops({ ...request, status: 'REJECTED' }, round('APPROVED'), null), null)
  assert.equal(
    buyingStops({ ...request, status: 'RESOLVED', resolutionCode: 'WITHDRAWN' }, null, 'ORDERED'),
    null,
  )
  assert.equal(
    buyingStops({ ...request, status: 'RESOLVED', resolutionCode: 'FIXED' }, round('APPROVED'), null),
    null,
  )
})

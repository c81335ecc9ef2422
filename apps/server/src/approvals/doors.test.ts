import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { RequestStatus, requests } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, marta, sofia } from '../testing/people.ts'
import { askLaptop, policy } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
await policy(desk, [{ name: 'Manager', approvers: [{ kind: 'MANAGER' }] }])

/** Everything that a move could ask for, so that only the state refuses. */
const said = {
  reason: 'Because.',
  question: 'Which?',
  waitReason: 'VENDOR' as const,
  resolutionCode: 'FIXED',
  resolutionText: 'Done.',
}

test('while it waits for its approval, no door leads past it, and all refuse in the same words', async () => {
  const past = ['SUBMITTED', 'APPROVED', 'IN_PROGRESS', 'WAITING', 'RESOLVED'] as const
  for (const who of [ana, sofia]) {
    for (const to of past) {
      const request = await askLaptop(desk)
      const params = { id: request.id }
      const moved = await desk.as(who).call(requests.transition, { params, body: { to, ...said } })
      const put = await desk.as(who).call(requests.update, { params, body: { status: to } })
      assert.ok(moved.status === 409 || moved.status === 403, `${who} ${to} ${moved.status}`)
      assert.deepEqual(
        [put.status, put.problem.detail, put.problem.allowed],
        [moved.status, moved.problem.detail, moved.problem.allowed],
        `${who} ${to}`,
      )
      const { data } = await desk.as(who).call(requests.transitions, { params })
      assert.ok(!data.data.some((way) => way.to === to), `${who} ${to}`)
      assert.equal((await desk.as(jorge).call(requests.get, { params })).data.status, 'IN_REVIEW')
    }
  }
})

test('an approver moves it by their vote alone', async () => {
  const request = await askLaptop(desk)
  const params = { id: request.id }
  for (const to of RequestStatus.options) {
    const { status } = await desk.as(marta).call(requests.transition, { params, body: { to, ...said } })
    assert.ok(status === 403 || status === 409, `${to} ${status}`)
  }
  for (const route of [requests.withdraw, requests.reopen, requests.close] as const) {
    const { status } = await desk.as(marta).call(route, { params, body: {} })
    assert.ok(status === 403 || status === 409, `${route.path} ${status}`)
  }
  assert.equal((await desk.as(jorge).call(requests.get, { params })).data.status, 'IN_REVIEW')
})

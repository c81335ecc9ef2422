import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approvals, requests } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import { openDesk } from '../../testing/desk.ts'
import { ana, elena, jorge, luis, marta, olga, pablo, sofia } from '../../testing/people.ts'
import { askLaptop, decide, policy, roundOf } from '../sample.ts'

const desk = await openDesk()
after(() => desk.close())

const manager = { kind: 'MANAGER' as const }
const supervisor = { kind: 'DESK_ROLE' as const, role: 'SUPERVISOR' as const }
await policy(desk, [
  { name: 'Manager', approvers: [manager] },
  { name: 'IT supervisor', approvers: [supervisor] },
])

const statusOf = async (id: string, who = jorge) =>
  (await desk.as(who).call(requests.get, { params: { id } })).data.status

test('a laptop over the limit waits for the manager, then for the supervisor, then it may begin', async () => {
  const request = await askLaptop(desk)
  assert.equal(request.status, 'IN_REVIEW')
  assert.equal(request.reviewKind, 'APPROVAL')
  assert.deepEqual(
    request.awaits.map(({ name }) => name),
    ['Marta Gil'],
  )
  const { data: waiting } = await desk.as(marta).call(approvals.mine)
  const mine = waiting.data.find(({ requestId }) => requestId === request.id)
  assert.deepEqual(mine?.amount, { amount: '140000', currency: 'EUR' })
  assert.equal(mine?.justification, 'The old one is too slow.')
  assert.deepEqual(mine?.can, ['decide', 'delegate'])

  const first = await decide(desk, marta, mine?.id ?? '', { decision: 'APPROVED', comment: 'Go on.' })
  assert.equal(first.status, 200)
  assert.equal(first.data.status, 'PENDING')
  assert.equal(await statusOf(request.id), 'IN_REVIEW')

  const last = await decide(desk, sofia, mine?.id ?? '', { decision: 'APPROVED' })
  assert.equal(last.data.status, 'APPROVED')
  assert.equal(await statusOf(request.id), 'APPROVED')
  const { data: lines } = await desk.as(jorge).call(requests.activities, { params: { id: request.id } })
  assert.deepEqual(
    lines.data.filter(({ activityType }) => activityType === 'APPROVAL').map(({ message }) => message),
    ['Marta Gil approved this. Go on.', 'Sofía Prieto approved this.'],
  )
  const started = await desk
    .as(ana)
    .call(requests.transition, { params: { id: request.id }, body: { to: 'IN_PROGRESS' } })
  assert.equal(started.data.status, 'IN_PROGRESS')
})

test('what costs less goes its way without', async () => {
  const request = await askLaptop(desk, 999)
  assert.equal(request.status, 'SUBMITTED')
})

test('a refusal needs its reason, ends the round at once, and rejects the request with it', async () => {
  const request = await askLaptop(desk)
  const { id } = await roundOf(desk, request.id)
  const bare = await decide(desk, marta, id, { decision: 'REJECTED' })
  assert.equal(bare.status, 422)
  assert.equal(bare.problem.errors?.[0]?.pointer, '/comment')
  const { data } = await decide(desk, marta, id, { decision: 'REJECTED', comment: 'Not this year.' })
  assert.equal(data.status, 'REJECTED')
  const after = (await desk.as(jorge).call(requests.get, { params: { id: request.id } })).data
  assert.equal(after.status, 'REJECTED')
  assert.equal(after.rejectionReason, 'Not this year.')
})

test('a contested refusal begins a new round in which nothing of the old one counts', async () => {
  const request = await askLaptop(desk)
  const first = await roundOf(desk, request.id)
  await decide(desk, marta, first.id, { decision: 'REJECTED', comment: 'Not this year.' })
  await desk.as(jorge).call(requests.transition, {
    params: { id: request.id },
    body: { to: 'IN_REVIEW', reason: 'The old one broke.' },
  })
  await desk.work()
  const second = await roundOf(desk, request.id)
  assert.notEqual(second.id, first.id)
  assert.equal(second.round, 2)
  assert.deepEqual(
    second.steps.flatMap(({ votes }) => votes.map(({ state }) => state)),
    ['PENDING'],
  )
  const { data } = await desk.as(marta).call(approvals.get, { params: { id: first.id } })
  assert.equal(data.status, 'REJECTED')
  const old = await decide(desk, marta, first.id, { decision: 'APPROVED' })
  assert.equal(old.status, 409)
})

test('a question goes to the requester, the clock stands still, and the answer brings the vote back', async () => {
  const request = await askLaptop(desk)
  const { id } = await roundOf(desk, request.id)
  const { data } = await decide(desk, marta, id, { decision: 'INFO_REQUESTED', comment: 'Which one?' })
  assert.equal(data.myVote?.state, 'INFO_REQUESTED')
  assert.equal(data.myVote?.isPaused, true)
  const asked = (await desk.as(jorge).call(requests.get, { params: { id: request.id } })).data
  assert.equal(asked.status, 'ACTION_REQUIRED')
  assert.equal(asked.question, 'Which one?')
  const early = await decide(desk, marta, id, { decision: 'APPROVED' })
  assert.equal(early.status, 409)
  // The desk cannot get round it either.
  for (const to of ['IN_PROGRESS', 'RESOLVED'] as const) {
    const round = await desk.as(ana).call(requests.transition, {
      params: { id: request.id },
      body: { to, resolutionCode: 'FIXED', resolutionText: 'Done.' },
    })
    assert.equal(round.status, 409, to)
  }
  await desk
    .as(jorge)
    .call(requests.comment, { params: { id: request.id }, body: { message: 'The big one.' } })
  await desk.work()
  assert.equal(await statusOf(request.id), 'IN_REVIEW')
  const again = await decide(desk, marta, id, { decision: 'APPROVED' })
  assert.equal(again.status, 200)
})

test('nobody approves their own: the manager who asks is passed over for hers', async () => {
  const request = await askLaptop(desk, 1_400, { onBehalfOfId: (await desk.who(jorge)).personId }, marta)
  const round = await roundOf(desk, request.id)
  const [first] = round.steps
  assert.deepEqual(
    first?.votes.map(({ person }) => person.name),
    ['Isabel Ferrer'],
  )
  assert.equal(first?.reason, 'Isabel Ferrer instead, because Marta Gil asked for this.')
  assert.equal((await decide(desk, marta, round.id, { decision: 'APPROVED' })).status, 403)
})

test('nobody has a say twice: the supervisor’s own people go to the next above', async () => {
  // Ana's manager is Sofía, who is the only supervisor of IT too.
  const request = await askLaptop(desk, 1_400, {}, ana)
  const { id } = await roundOf(desk, request.id, ana)
  const { data } = await decide(desk, sofia, id, { decision: 'APPROVED' })
  const second = data.steps[1]
  assert.deepEqual(
    second?.votes.map(({ person }) => person.name),
    ['Elena Duarte'],
  )
  assert.equal((await decide(desk, sofia, id, { decision: 'APPROVED' })).status, 409)
})

test('who is not asked may not; who cannot see it, and another company, find nothing; nothing changes', async () => {
  const request = await askLaptop(desk)
  const { id } = await roundOf(desk, request.id)
  const say = (who: string) =>
    desk.as(who).call(approvals.decide, { params: { id }, body: { decision: 'APPROVED' } })
  assert.equal((await say(jorge)).status, 403)
  assert.equal((await say(luis)).status, 403)
  assert.equal((await say(elena)).status, 403)
  assert.equal((await say(pablo)).status, 404)
  assert.equal((await say(olga)).status, 404)
  assert.equal(
    (await desk.call(approvals.decide, { params: { id }, body: { decision: 'APPROVED' } })).status,
    401,
  )
  const missing = await desk
    .as(marta)
    .call(approvals.decide, { params: { id: newId() }, body: { decision: 'APPROVED' } })
  assert.equal(missing.status, 404)
  assert.equal((await roundOf(desk, request.id)).steps[0]?.votes[0]?.state, 'PENDING')
})

test('an approver sees the request that they decide on, and no other of that person', async () => {
  const request = await askLaptop(desk)
  const other = await askLaptop(desk, 10)
  const see = (id: string, who: string) => desk.as(who).call(requests.get, { params: { id } })
  assert.equal((await see(request.id, marta)).status, 200)
  assert.equal((await see(other.id, marta)).status, 404)
  const { data } = await desk.as(marta).call(requests.list, { query: { q: request.referenceNumber } })
  assert.deepEqual(
    data.data.map(({ id }) => id),
    [request.id],
  )
})

test('two who decide at once: one vote counts, the other is told', async () => {
  const request = await askLaptop(desk)
  const { id } = await roundOf(desk, request.id)
  const both = await Promise.all([
    desk.as(marta).call(approvals.decide, { params: { id }, body: { decision: 'APPROVED' } }),
    desk.as(marta).call(approvals.decide, { params: { id }, body: { decision: 'REJECTED', comment: 'No.' } }),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
})

test('withdrawn, it is not asked any more', async () => {
  const request = await askLaptop(desk)
  const { id } = await roundOf(desk, request.id)
  await desk.as(jorge).call(requests.withdraw, { params: { id: request.id }, body: {} })
  const before = await desk
    .as(marta)
    .call(approvals.decide, { params: { id }, body: { decision: 'APPROVED' } })
  assert.equal(before.status, 409)
  await desk.work()
  const round = await roundOf(desk, request.id)
  assert.equal(round.status, 'CANCELLED')
  assert.equal(round.endReason, 'The request was withdrawn.')
})

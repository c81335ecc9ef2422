import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  approvalPolicies,
  approvals,
  bulkEdits,
  notifications,
  operations,
  requests,
  sla,
} from '@deskhand/contract'
import { askedWith, laptopForm } from '../forms/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, sofia } from '../testing/people.ts'
import { askLaptop, decide, euros, policy, roundOf } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

const manager = { kind: 'MANAGER' as const }
const policyId = await policy(desk, [{ name: 'Manager', approvers: [manager] }], { tolerancePercent: 10 })

const get = async (id: string) => (await desk.as(jorge).call(requests.get, { params: { id } })).data
/** Changes the answers of the form, as the desk may. */
async function change(id: string, price: number, more: Record<string, string> = {}) {
  const before = await get(id)
  await desk.as(ana).call(requests.update, {
    params: { id },
    body: { customFields: { ...before.customFields, estimatedPrice: euros(price), ...more } as never },
  })
  await desk.work()
}
async function approved(price = 1_400) {
  const request = await askLaptop(desk, price)
  const round = await roundOf(desk, request.id)
  await decide(desk, marta, round.id, { decision: 'APPROVED' })
  return { request, round }
}

test('within the tolerance what was agreed to stands', async () => {
  const { request } = await approved()
  await change(request.id, 1_540)
  assert.equal((await get(request.id)).status, 'APPROVED')
})

test('beyond it the agreement is void, work stops, and it is asked anew with what changed', async () => {
  const { request, round } = await approved()
  await desk.as(ana).call(requests.transition, { params: { id: request.id }, body: { to: 'IN_PROGRESS' } })
  await change(request.id, 1_541)
  const now = await get(request.id)
  assert.equal(now.status, 'IN_REVIEW')
  assert.equal(now.reviewKind, 'APPROVAL')
  const next = await roundOf(desk, request.id)
  assert.equal(next.round, 2)
  assert.deepEqual(next.changes, [
    {
      field: 'estimatedPrice',
      label: null,
      before: euros(1_400),
      after: euros(1_541),
    },
  ])
  const { data: old } = await desk.as(marta).call(approvals.get, { params: { id: round.id } })
  assert.equal(old.status, 'VOID')
  assert.equal(old.steps[0]?.votes[0]?.state, 'APPROVED')
  // The old yes is there to be seen and counts for nothing.
  assert.deepEqual(
    next.steps.flatMap(({ votes }) => votes.map(({ state }) => state)),
    ['PENDING'],
  )
})

test('another item at the same price voids as well', async () => {
  const { request } = await approved()
  await change(request.id, 1_400, { hardwareName: 'A telescope' })
  assert.equal((await get(request.id)).status, 'IN_REVIEW')
})

test('changed while it is asked: the old round ends, and a vote for it changes nothing', async () => {
  const request = await askLaptop(desk)
  const first = await roundOf(desk, request.id)
  const before = await get(request.id)
  await desk.as(ana).call(requests.update, {
    params: { id: request.id },
    body: { customFields: { ...before.customFields, estimatedPrice: euros(9_000) } as never },
  })
  // Before anybody has noticed: the fingerprint does.
  const early = await desk
    .as(marta)
    .call(approvals.decide, { params: { id: first.id }, body: { decision: 'APPROVED' } })
  assert.equal(early.status, 409)
  assert.equal(early.problem.detail, 'This changed since you were asked. You will be asked anew in a moment.')
  await desk.work()
  const second = await roundOf(desk, request.id)
  assert.equal(second.round, 2)
  const { data: old } = await desk.as(marta).call(approvals.get, { params: { id: first.id } })
  assert.equal(old.status, 'CANCELLED')
  assert.equal((await decide(desk, marta, first.id, { decision: 'APPROVED' })).status, 409)
  assert.equal((await decide(desk, marta, second.id, { decision: 'APPROVED' })).status, 200)
})

test('who asked corrects it while it is only being approved: the votes are void, and who gave them hears', async () => {
  const request = await askLaptop(desk)
  const first = await roundOf(desk, request.id)
  assert.ok(request.can.includes('update'))
  const correct = async (price: number) => {
    const outcome = await desk.as(jorge).call(requests.update, {
      params: { id: request.id },
      body: { customFields: { ...request.customFields, estimatedPrice: euros(price) } as never },
    })
    await desk.work()
    return outcome
  }
  assert.equal((await correct(2_000)).status, 200)
  const { data: old } = await desk.as(marta).call(approvals.get, { params: { id: first.id } })
  assert.equal(old.status, 'CANCELLED')
  const second = await roundOf(desk, request.id)
  assert.deepEqual([second.round, second.amount], [2, euros(2_000)])
  const { data: inbox } = await desk.as(marta).call(notifications.list, { query: {} })
  const told = inbox.data.filter(({ requestId }) => requestId === request.id)
  assert.ok(told.length >= 2, 'asked, and asked anew')

  // A question of who approves is answered by correcting as well as by words.
  await decide(desk, marta, second.id, { decision: 'INFO_REQUESTED', comment: 'Is that all of it?' })
  assert.equal((await get(request.id)).status, 'ACTION_REQUIRED')
  assert.equal((await correct(2_500)).status, 200)
  const third = await roundOf(desk, request.id)
  await desk.as(jorge).call(requests.comment, { params: { id: request.id }, body: { message: 'It is now.' } })
  await desk.work()
  assert.equal((await decide(desk, marta, third.id, { decision: 'APPROVED' })).status, 200)

  const late = await correct(1_500)
  assert.deepEqual(
    [late.status, late.problem.detail],
    [409, 'It is approved already as it stands. Tell the desk in a reply what should change.'],
  )
  assert.equal((await get(request.id)).status, 'APPROVED')
})

test('cheaper than the limit it needs no approval any more, and the desk has it back', async () => {
  const request = await askLaptop(desk)
  await change(request.id, 500)
  const now = await get(request.id)
  assert.equal(now.status, 'IN_REVIEW')
  assert.equal(now.reviewKind, 'TRIAGE')
  const started = await desk
    .as(ana)
    .call(requests.transition, { params: { id: request.id }, body: { to: 'IN_PROGRESS' } })
  assert.equal(started.status, 200)
})

test('dearer than the limit, what is in work already goes back to be asked', async () => {
  const request = await askLaptop(desk, 900)
  await desk.as(ana).call(requests.transition, { params: { id: request.id }, body: { to: 'IN_PROGRESS' } })
  await change(request.id, 1_200)
  assert.equal((await get(request.id)).reviewKind, 'APPROVAL')
})

test('what the desk stops is asked anew when work begins', async () => {
  const request = await askLaptop(desk)
  const { id } = await roundOf(desk, request.id)
  const stop = (who: string) =>
    desk.as(who).call(approvals.cancel, { params: { id }, body: { reason: 'Wrong price.' } })
  assert.equal((await stop(jorge)).status, 403)
  assert.equal((await stop(ana)).data.status, 'CANCELLED')
  assert.equal((await stop(ana)).status, 409)
  await desk.work()
  assert.equal((await get(request.id)).reviewKind, 'TRIAGE')
  await desk.as(ana).call(requests.transition, { params: { id: request.id }, body: { to: 'IN_PROGRESS' } })
  await desk.work()
  assert.equal((await get(request.id)).reviewKind, 'APPROVAL')
})

test('running twice and in any order, it does the same once', async () => {
  const { request } = await approved()
  await desk.rows(
    jorge,
    `update app.requests set custom_fields = '{"estimatedPrice": {"amount": "500000", "currency": "EUR"}}' where id = $1`,
    [request.id],
  )
  const events = (name: string) =>
    desk.rows(jorge, 'select id from app.events where subject_id = $1 and name = $2', [request.id, name])
  await change(request.id, 6_000)
  await change(request.id, 6_000)
  assert.equal((await events('approval.voided')).length, 1)
  assert.equal((await roundOf(desk, request.id)).round, 2)
})

test('rounds keep the version of their policy', async () => {
  const request = await askLaptop(desk)
  const { data: before } = await desk.as(elena).call(approvalPolicies.get, { params: { id: policyId } })
  await desk.as(elena).call(approvalPolicies.update, {
    params: { id: policyId },
    body: {
      definition: {
        ...before.definition,
        steps: [
          ...before.definition.steps,
          { name: 'IT', approvers: [{ kind: 'DESK_ROLE', role: 'SUPERVISOR' }] },
        ],
      },
    },
  })
  const round = await roundOf(desk, request.id)
  await decide(desk, marta, round.id, { decision: 'APPROVED' })
  assert.equal((await get(request.id)).status, 'APPROVED')
  const later = await askLaptop(desk)
  assert.equal((await roundOf(desk, later.id)).steps.length, 2)
  await desk
    .as(elena)
    .call(approvalPolicies.update, { params: { id: policyId }, body: { definition: before.definition } })
})

test('with a policy that says so, the last yes is the result', async () => {
  await policy(desk, [{ name: 'Manager', approvers: [manager] }], {
    conditions: { deskIds: [(await get((await askLaptop(desk, 1)).id)).serviceDeskId], over: euros(90_000) },
    resolves: true,
  })
  const request = await askLaptop(desk, 95_000)
  await decide(desk, marta, (await roundOf(desk, request.id)).id, { decision: 'APPROVED' })
  const now = await get(request.id)
  assert.equal(now.status, 'RESOLVED')
  assert.equal(now.resolutionCode, 'FULFILLED')
  // Two moves in one go: the clocks of the second go on from those of the first.
  const { data: report } = await desk.as(ana).call(sla.get, { params: { id: request.id } })
  const resolution = report.clocks.find(({ target }) => target === 'RESOLUTION')
  assert.ok(resolution?.stoppedAt, 'the resolution clock has stopped')
  for (const clock of report.clocks) {
    const seconds = clock.ledger.reduce((sum, stretch) => sum + stretch.seconds, 0)
    assert.equal(seconds, report.ageSeconds, `${clock.target} adds up to the age of the request`)
  }
})

test('what an undo brings back to its approval is asked anew at once', async () => {
  const request = await askLaptop(desk)
  const { data: edit } = await desk.as(sofia).call(bulkEdits.edit, {
    body: {
      requestIds: [request.id],
      action: { transition: { to: 'REJECTED', reason: 'There are enough of these.' } },
    },
  })
  await desk.work()
  assert.equal((await roundOf(desk, request.id)).status, 'CANCELLED')
  const undone = await desk
    .as(sofia)
    .call(operations.undo, { params: { operationId: edit.operationId ?? '' }, body: {} })
  assert.deepEqual(
    undone.data.results.map(({ outcome }) => outcome),
    ['changed'],
  )
  await desk.work()
  const again = await roundOf(desk, request.id)
  assert.equal(again.round, 2)
  assert.deepEqual(
    (await get(request.id)).awaits.map(({ name }) => name),
    ['Marta Gil'],
  )
  await decide(desk, marta, again.id, { decision: 'APPROVED' })
  assert.equal((await get(request.id)).status, 'APPROVED')
})

test('nobody found: the request waits, who leads is told, and it goes on when somebody is there', async () => {
  const field = 'keeper'
  await askedWith(desk, laptopForm)
  await policy(desk, [{ name: 'Named', approvers: [{ kind: 'FIELD', field }] }], {
    conditions: { deskIds: [(await get((await askLaptop(desk, 1)).id)).serviceDeskId], over: euros(200_000) },
  })
  const request = await askLaptop(desk, 300_000)
  assert.equal((await get(request.id)).reviewKind, 'APPROVAL')
  const round = await roundOf(desk, request.id)
  assert.equal(round.steps[0]?.isStuck, true)
  assert.equal(round.steps[0]?.reason, 'Nobody could be asked: the answer names nobody.')
  const told = await desk.rows<{ email: string }>(
    jorge,
    `select p.email from app.notifications n join app.people p on p.company_id = n.company_id and p.id = n.person_id
     where n.request_id = $1 and n.kind = 'approval_stuck' order by 1`,
    [request.id],
  )
  assert.deepEqual(
    told.map(({ email }) => email),
    [elena, sofia].sort(),
  )
  const started = await desk
    .as(ana)
    .call(requests.transition, { params: { id: request.id }, body: { to: 'IN_PROGRESS' } })
  assert.equal(started.status, 409)
  await change(request.id, 300_000, { [field]: (await desk.who(marta)).personId })
  assert.deepEqual(
    (await get(request.id)).awaits.map(({ name }) => name),
    ['Marta Gil'],
  )
})

test('a question after the agreement comes back approved, whoever has it, and not begun', async () => {
  for (const assigned of [false, true]) {
    const { request } = await approved()
    const params = { id: request.id }
    if (assigned) {
      const { personId } = await desk.who(ana)
      await desk.as(sofia).call(requests.assign, { params, body: { assignedToId: personId } })
    }
    const body = { to: 'ACTION_REQUIRED' as const, question: 'Which keyboard?' }
    assert.equal((await desk.as(ana).call(requests.transition, { params, body })).status, 200)
    await desk
      .as(jorge)
      .call(requests.comment, { params, body: { activityType: 'COMMENT', message: 'Spanish.' } })
    await desk.work()
    assert.equal((await get(request.id)).status, 'APPROVED', assigned ? 'assigned' : 'unassigned')
    assert.equal((await roundOf(desk, request.id)).status, 'APPROVED')
  }
})

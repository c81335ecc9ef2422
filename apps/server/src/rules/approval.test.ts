import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { approvalPolicies, approvals, requests, rules } from '@deskhand/contract'
import { askLaptop, decide, euros, policy, roundOf } from '../approvals/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta } from '../testing/people.ts'
import { addRule, clear, ruleOf } from './sample.ts'

const desk = await openDesk()
before(() => clear(desk))
afterEach(() => clear(desk))
after(() => desk.close())

const manager = [{ name: 'Manager', approvers: [{ kind: 'MANAGER' as const }] }]
/** Above what anything here costs, so that it never fits by itself. */
const policyId = await policy(desk, manager, {
  conditions: { deskIds: [], requestTypeIds: [], costCenters: [], over: euros(1_000_000) },
})
const get = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data
const roundsOf = async (id: string) =>
  (await desk.as(ana).call(approvals.list, { query: { request: id } })).data.data
const runsOf = async (id: string) =>
  (await desk.as(ana).call(rules.ofRequest, { params: { id } })).data.data.map(
    ({ outcome, detail }) => `${outcome}: ${detail}`,
  )

test('a rule asks for approval by a policy that does not fit by itself, and work waits for it', async () => {
  await addRule(desk, { name: 'Ask first', actions: { approvalPolicyId: policyId } })
  const { id } = await askLaptop(desk, 200)
  const now = await get(id)
  assert.deepEqual([now.status, now.reviewKind], ['IN_REVIEW', 'APPROVAL'])
  assert.match((await runsOf(id))[0] ?? '', /^APPLIED: Ask for approval by “Policy /)
  const begun = await desk.as(ana).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })
  assert.equal(begun.status, 409)
  await decide(desk, marta, (await roundOf(desk, id)).id, { decision: 'APPROVED' })
  assert.equal((await get(id)).status, 'APPROVED')
})

test('what changes after it was asked is asked anew by the same policy, and not let off', async () => {
  await addRule(desk, { actions: { approvalPolicyId: policyId } })
  const { id } = await askLaptop(desk, 200)
  const first = await roundOf(desk, id)
  await decide(desk, marta, first.id, { decision: 'APPROVED' })
  const { customFields } = await get(id)
  await desk.as(ana).call(requests.update, {
    params: { id },
    body: { customFields: { ...customFields, estimatedPrice: euros(300) } as never },
  })
  await desk.work()
  const next = await roundOf(desk, id)
  assert.deepEqual([next.round, next.status, (await get(id)).status], [2, 'PENDING', 'IN_REVIEW'])
})

test('it takes the place of no policy that asks by itself, and asks nobody twice', async () => {
  const own = await policy(desk, [
    { name: 'Elena', approvers: [{ kind: 'PEOPLE', personIds: [(await desk.who(elena)).personId] }] },
  ])
  await addRule(desk, { actions: { approvalPolicyId: policyId } })
  const { id } = await askLaptop(desk, 1_400)
  const all = await roundsOf(id)
  assert.equal(all.length, 1)
  assert.equal(all[0]?.steps[0]?.name, 'Elena')
  await desk.as(elena).call(approvalPolicies.update, { params: { id: own }, body: { isActive: false } })
})

test('on a request that is over it is refused, and the request stays', async () => {
  await addRule(desk, {
    trigger: { on: 'CHANGED', fields: ['tag'] },
    condition: { match: 'all', parts: [{ field: 'status', is: 'is', value: 'RESOLVED' }] },
    actions: { approvalPolicyId: policyId },
  })
  const { id } = await askLaptop(desk, 200)
  const solved = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'Here it is.' } as const
  await desk.as(ana).call(requests.transition, { params: { id }, body: { to: 'IN_PROGRESS' } })
  assert.equal((await desk.as(ana).call(requests.transition, { params: { id }, body: solved })).status, 200)
  await desk.as(ana).call(requests.tag, { params: { id }, body: { tags: ['late'] } })
  await desk.work()
  assert.match((await runsOf(id))[0] ?? '', /^REFUSED: What is resolved or declined/)
  assert.deepEqual(await roundsOf(id), [])
})

test('a policy that is not in use, or a move beside it, is refused when saved', async () => {
  const save = async (actions: Parameters<typeof ruleOf>[0]['actions']) => {
    const { status, problem } = await desk.as(elena).call(rules.create, { body: ruleOf({ actions }) })
    return [status, problem.errors?.[0]?.pointer]
  }
  const nowhere = '01890000-0000-7000-8000-000000000000'
  assert.deepEqual(await save({ approvalPolicyId: nowhere }), [422, '/actions/approvalPolicyId'])
  assert.deepEqual(await save({ approvalPolicyId: policyId, move: { to: 'IN_PROGRESS' } }), [
    422,
    '/actions/move',
  ])
  const { status } = await desk.as(jorge).call(rules.create, { body: ruleOf({ actions: { note: 'x' } }) })
  assert.equal(status, 403)
})

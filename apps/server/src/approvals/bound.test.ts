import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { approvals, requests } from '@deskhand/contract'
import { askedWith, laptopForm } from '../forms/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, marta } from '../testing/people.ts'
import { askLaptop, decide, idOfDesk, policy, roundOf } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())

const manager = { name: 'Manager', approvers: [{ kind: 'MANAGER' as const }] }
const get = async (id: string) => (await desk.as(jorge).call(requests.get, { params: { id } })).data
const change = async (id: string, body: object) => {
  const { status } = await desk.as(ana).call(requests.update, { params: { id }, body })
  assert.equal(status, 200)
  await desk.work()
}

test('another encrypted answer voids what was agreed to, and nobody reads it from the round', async () => {
  const { typeId } = await askedWith(desk, laptopForm)
  await policy(desk, [manager], { conditions: { requestTypeIds: [typeId] } })
  const answers = { device: 'PHONE', costPin: 'ABCD1234' }
  const { data: request } = await desk
    .as(jorge)
    .call(requests.create, { body: { requestTypeId: typeId, customFields: answers } })
  await desk.work()
  const first = await roundOf(desk, request.id)
  await decide(desk, marta, first.id, { decision: 'APPROVED' })
  assert.equal((await get(request.id)).status, 'APPROVED')
  await change(request.id, { customFields: answers })
  assert.equal((await get(request.id)).status, 'APPROVED', 'the same again is no change')
  await change(request.id, { customFields: { ...answers, costPin: 'ABCD9999' } })
  assert.equal((await get(request.id)).status, 'IN_REVIEW')
  const second = await roundOf(desk, request.id, marta)
  assert.notEqual(second.fingerprint, first.fingerprint)
  assert.deepEqual(second.changes, [
    { field: 'costPin', label: 'Cost PIN', before: '(encrypted)', after: '(encrypted)' },
  ])
  assert.ok(!JSON.stringify([second, await get(request.id)]).includes('ABCD'))
})

test('a changed encrypted answer makes a vote on the one before worth nothing', async () => {
  const { typeId } = await askedWith(desk, laptopForm)
  await policy(desk, [manager], { conditions: { requestTypeIds: [typeId] } })
  const answers = { device: 'PHONE', costPin: 'ABCD1234' }
  const { data: request } = await desk
    .as(jorge)
    .call(requests.create, { body: { requestTypeId: typeId, customFields: answers } })
  await desk.work()
  const round = await roundOf(desk, request.id)
  const customFields = { ...answers, costPin: 'ABCD9999' }
  await desk.as(ana).call(requests.update, { params: { id: request.id }, body: { customFields } })
  assert.equal((await decide(desk, marta, round.id, { decision: 'APPROVED' })).status, 409)
})

test('without a form it is the words that were agreed to', async () => {
  await policy(desk, [manager], { tolerancePercent: 10 })
  const request = await askLaptop(desk)
  await decide(desk, marta, (await roundOf(desk, request.id)).id, { decision: 'APPROVED' })
  await change(request.id, { summary: 'A boat' })
  assert.equal((await get(request.id)).status, 'IN_REVIEW')
  const { changes } = await roundOf(desk, request.id)
  assert.deepEqual(changes, [
    { field: 'summary', label: null, before: 'A laptop for drawings', after: 'A boat' },
  ])
})

test('other words begin no round where nobody was asked', async () => {
  const request = await askLaptop(desk, 900)
  await policy(desk, [manager], { conditions: { deskIds: [await idOfDesk(desk, 'IT')] } })
  await change(request.id, { summary: 'A laptop for drawings, in grey' })
  const { data } = await desk.as(jorge).call(approvals.list, { query: { request: request.id } })
  assert.deepEqual(data.data, [])
})

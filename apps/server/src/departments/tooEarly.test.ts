import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type BodyIn, departments, requests } from '@deskhand/contract'
import { decide, roundOf } from '../approvals/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, marta, pablo, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const { hardwareRequests, expenseReimbursements } = departments
const euros = (amount: number) => ({ amount: String(amount * 100), currency: 'EUR' })

const laptop = async (price: number, waits = true): Promise<string> => {
  const { data } = await desk.as(jorge).call(hardwareRequests.create, {
    body: {
      hardwareName: 'Laptop for drawings',
      estimatedPrice: euros(price),
      businessJustification: 'The old one stops every hour.',
    },
  })
  if (waits) await desk.work()
  return data.id
}
const put = (id: string, body: BodyIn<typeof hardwareRequests.update>, who = ana) =>
  desk.as(who).call(hardwareRequests.update, { params: { id }, body })
const stateOf = async (id: string) => {
  const { data } = await desk.as(ana).call(hardwareRequests.get, { params: { id } })
  return [data.approvalStatus, data.procurementStatus, data.orderNumber]
}
/** The manager and the supervisor of the desk. */
const agree = async (id: string) => {
  const round = await roundOf(desk, id)
  for (const who of [marta, sofia]) await decide(desk, who, round.id, { decision: 'APPROVED' })
}

test('a laptop that waits for its approval is not ordered, nor noted as on its way', async () => {
  const id = await laptop(2_140)
  for (const procurementStatus of ['ORDERED', 'SHIPPED', 'DELIVERED'] as const) {
    const early = await put(id, { procurementStatus, orderNumber: 'PO-1' })
    assert.deepEqual(
      [early.status, early.problem.detail],
      [409, 'A not yet approved request cannot be ordered.'],
    )
  }
  assert.deepEqual(await stateOf(id), ['PENDING', 'PENDING', null])
  await agree(id)
  assert.equal((await put(id, { procurementStatus: 'ORDERED' })).data.procurementStatus, 'ORDERED')
})

test('the request waits for what is ordered, and goes on when it is here', async () => {
  const id = await laptop(2_140)
  await agree(id)
  const { get } = requests
  const standing = async () => {
    const { data } = await desk.as(jorge).call(get, { params: { id } })
    return [data.status, data.waitReason]
  }
  assert.equal((await put(id, { procurementStatus: 'ORDERED', orderNumber: 'PO-7' })).status, 200)
  assert.deepEqual(await standing(), ['WAITING', 'DELIVERY'])
  await put(id, { procurementStatus: 'SHIPPED' })
  assert.deepEqual(await standing(), ['WAITING', 'DELIVERY'])
  assert.equal((await put(id, { procurementStatus: 'DELIVERED' })).status, 200)
  assert.deepEqual(await standing(), ['IN_PROGRESS', null])
})

test('nor is one whose approvers are not asked yet', async () => {
  const id = await laptop(2_140, false)
  assert.equal((await put(id, { procurementStatus: 'ORDERED' })).status, 409)
  await desk.work()
  assert.deepEqual(await stateOf(id), ['PENDING', 'PENDING', null])
})

test('what is changed after its approval is not ordered on the approval of less', async () => {
  const id = await laptop(2_140)
  await agree(id)
  const both = await put(id, { estimatedPrice: euros(4_000), procurementStatus: 'ORDERED' })
  assert.equal(both.status, 409)
  assert.match(both.problem.detail, /must be approved again/)
  assert.deepEqual(await stateOf(id), ['APPROVED', 'PENDING', null])
  assert.equal((await put(id, { estimatedPrice: euros(4_000) })).status, 200)
  assert.equal((await put(id, { procurementStatus: 'ORDERED' })).status, 409, 'before anything has reacted')
  await desk.work()
  const { data: lines } = await desk.as(jorge).call(requests.activities, { params: { id } })
  const line = 'Changed after it was asked: “Price, as far as you know”. It is asked anew.'
  assert.ok(lines.data.some(({ message }) => message === line))
  assert.equal((await put(id, { procurementStatus: 'ORDERED' })).status, 409)
  await agree(id)
  assert.equal((await put(id, { procurementStatus: 'ORDERED' })).status, 200)
})

test('what was declined is not ordered', async () => {
  const id = await laptop(2_140)
  await decide(desk, marta, (await roundOf(desk, id)).id, { decision: 'REJECTED', comment: 'No.' })
  const late = await put(id, { procurementStatus: 'ORDERED' })
  assert.deepEqual([late.status, late.problem.detail], [409, 'A rejected request cannot be ordered.'])
})

test('what nobody has to approve goes on, and so does what is ordered already', async () => {
  const id = await laptop(200)
  assert.equal((await put(id, { procurementStatus: 'ORDERED' })).status, 200)
  const dear = await laptop(2_140)
  await agree(dear)
  await put(dear, { procurementStatus: 'ORDERED' })
  await put(dear, { estimatedPrice: euros(4_000) })
  await desk.work()
  assert.equal((await put(dear, { procurementStatus: 'SHIPPED' })).data.procurementStatus, 'SHIPPED')
})

test('nor is a claim paid before its approval', async () => {
  const { data } = await desk.as(jorge).call(expenseReimbursements.create, {
    body: {
      businessPurpose: 'Visit to the sawmill',
      expenseDate: '2025-11-03',
      expenseCategory: 'TRAVEL',
      currency: 'EUR',
      lineItems: [{ description: 'Train', amount: euros(900) }],
    },
  })
  await desk.work()
  const params = { id: data.id }
  const pay = () =>
    desk.as(pablo).call(expenseReimbursements.update, { params, body: { paymentStatus: 'PAID' } })
  const early = await pay()
  assert.deepEqual([early.status, early.problem.detail], [409, 'A not yet approved request cannot be paid.'])
  const { data: request } = await desk.as(jorge).call(requests.get, { params })
  assert.equal(request.reviewKind, 'APPROVAL')
})

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import {
  type BodyIn,
  departmentExamples,
  departments,
  type RequisitionState,
  requests,
  requisitionLines,
  requisitionStateOf,
  requisitionStates,
  requisitions,
} from '@deskhand/contract'
import { decide, roundOf } from '../approvals/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, luis, marta, pablo, tom } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const teresa = 'teresa.quintana@harbour.example'
const purchases = departments.purchaseRequisitions

/** Asks for racks, and lets everything happen that follows. */
async function racks(): Promise<string> {
  const { lineItems, ...example } = departmentExamples.REQUISITION
  const body = { ...example, lineItems: lineItems.map((one) => ({ ...one })) }
  const { data } = await desk.as(jorge).call(purchases.create, { body })
  await desk.work()
  return data.id
}
const stateOf = async (id: string, who = pablo) =>
  (await desk.as(who).call(purchases.get, { params: { id } })).data.requisitionState
const move = async (who: string, id: string, body: BodyIn<typeof requisitions.transition>) => {
  const outcome = await desk.as(who).call(requisitions.transition, { params: { id }, body })
  await desk.work()
  return outcome
}
const movesOf = async (who: string, id: string) =>
  (await desk.as(who).call(requisitions.transitions, { params: { id } })).data.data.map(({ to }) => to)
async function approved(): Promise<string> {
  const id = await racks()
  const round = await roundOf(desk, id)
  for (const who of [marta, teresa]) await decide(desk, who, round.id, { decision: 'APPROVED' })
  return id
}

test('what costs much is asked with the fields that others rely on alone', async () => {
  const { status } = await desk.as(jorge).call(purchases.create, {
    body: {
      summary: 'Forklift',
      justification: 'The old one is beyond repair.',
      lineItems: [{ description: 'Lift', quantity: 1, unitPrice: { amount: '2400000', currency: 'EUR' } }],
    },
  })
  assert.equal(status, 201)
})

test('up to buying: approved by its board, ordered by the desk, and done when it is there', async () => {
  const id = await racks()
  assert.equal(await stateOf(id), 'IN_APPROVAL')
  assert.deepEqual(await movesOf(jorge, id), ['CANCELLED'])
  assert.deepEqual(await movesOf(pablo, id), [])
  const round = await roundOf(desk, id)
  for (const who of [marta, teresa]) await decide(desk, who, round.id, { decision: 'APPROVED' })
  assert.equal(await stateOf(id), 'APPROVED')
  assert.deepEqual(await movesOf(pablo, id), ['ORDERED'])
  const ordered = await move(pablo, id, { to: 'ORDERED', orderNumber: 'PO-4711', expectedOn: '2030-03-01' })
  assert.deepEqual(
    [ordered.data.requisitionState, ordered.data.status, ordered.data.orderNumber],
    ['ORDERED', 'WAITING', 'PO-4711'],
  )
  const { waitReason, waitUntil } = (await desk.as(jorge).call(requests.get, { params: { id } })).data
  assert.deepEqual([waitReason, waitUntil?.slice(0, 10)], ['DELIVERY', '2030-03-01'])
  // What is ordered cannot be taken back by whoever asked alone.
  assert.deepEqual(await movesOf(jorge, id), [])
  assert.deepEqual(await movesOf(pablo, id), ['APPROVED', 'FULFILLED'])
  const done = await move(pablo, id, { to: 'FULFILLED' })
  assert.deepEqual([done.data.requisitionState, done.data.status], ['FULFILLED', 'RESOLVED'])
})

test('an order that falls through is taken back with a reason, and can be given anew', async () => {
  const id = await approved()
  await move(pablo, id, { to: 'ORDERED' })
  assert.equal((await move(pablo, id, { to: 'APPROVED' })).status, 422)
  const back = await move(pablo, id, { to: 'APPROVED', reason: 'They do not deliver here.' })
  assert.deepEqual([back.data.requisitionState, back.data.status], ['APPROVED', 'IN_PROGRESS'])
  assert.equal((await move(pablo, id, { to: 'ORDERED' })).data.requisitionState, 'ORDERED')
})

const moreRacks = { description: 'Racks', unitPrice: { amount: '50000', currency: 'EUR' }, quantity: 1 }
const addLine = (id: string, who = pablo) =>
  desk.as(who).call(requisitionLines.add, { params: { id }, body: moreRacks })

test('more than was approved is not ordered on the approval of less, however fast', async () => {
  const id = await approved()
  const added = await addLine(id)
  assert.equal(added.status, 201, added.text)
  // Before anything has reacted.
  const { as } = desk
  const now = await as(pablo).call(requisitions.transition, { params: { id }, body: { to: 'ORDERED' } })
  assert.equal(now.status, 409)
  assert.match(now.text, /must be approved again/)
  const resolved = await as(pablo).call(requests.transition, {
    params: { id },
    body: { to: 'RESOLVED', resolutionCode: 'FULFILLED', resolutionText: 'Bought.' },
  })
  assert.equal(resolved.status, 409)
  assert.equal((await as(pablo).call(purchases.get, { params: { id } })).data.orderNumber, null)
  await desk.work()
  assert.equal(await stateOf(id), 'IN_APPROVAL')
  const round = await roundOf(desk, id)
  for (const who of [marta, teresa]) await decide(desk, who, round.id, { decision: 'APPROVED' })
  assert.equal((await move(pablo, id, { to: 'ORDERED' })).data.requisitionState, 'ORDERED')
})

test('what is ordered and waits for a new approval is not offered as done', async () => {
  const id = await approved()
  await move(pablo, id, { to: 'ORDERED' })
  const added = await addLine(id)
  assert.equal(added.status, 201, added.text)
  await desk.work()
  assert.equal((await move(pablo, id, { to: 'FULFILLED' })).status, 409)
  assert.deepEqual(await movesOf(pablo, id), ['APPROVED'])
})

test('whoever asked cancels it before it is ordered', async () => {
  const id = await racks()
  assert.equal(
    (await move(jorge, id, { to: 'CANCELLED', reason: 'Found some.' })).data.requisitionState,
    'CANCELLED',
  )
  assert.deepEqual(await movesOf(jorge, id), [])
  const again = await move(jorge, id, { to: 'CANCELLED' })
  assert.equal(again.status, 409)
  assert.equal(again.problem.detail, 'A cancelled requisition cannot be cancelled.')
})

test('refuses what the table does not have, and who may not', async () => {
  const id = await racks()
  const early = await move(pablo, id, { to: 'ORDERED' })
  assert.equal(early.status, 409)
  assert.match(early.text, /A not yet approved requisition cannot be ordered/)
  // Approving is by votes alone, whoever asks for it here.
  for (const who of [pablo, marta, jorge]) {
    assert.equal((await move(who, id, { to: 'APPROVED' })).status, 403, who)
    assert.equal((await move(who, id, { to: 'REJECTED', reason: 'No.' })).status, 403, who)
  }
  assert.equal((await move(pablo, id, { to: 'CANCELLED' })).status, 403)
  const other = await approved()
  assert.equal((await move(jorge, other, { to: 'ORDERED' })).status, 403)
})

test('what is noted of an order cannot stand in for ordering', async () => {
  const id = await approved()
  const put = (procurementStatus: 'PENDING' | 'ORDERED' | 'SHIPPED') =>
    desk.as(pablo).call(purchases.update, { params: { id }, body: { procurementStatus } })
  assert.equal((await put('ORDERED')).status, 409)
  await move(pablo, id, { to: 'ORDERED' })
  assert.equal((await put('PENDING')).status, 409)
  assert.equal((await put('SHIPPED')).data.procurementStatus, 'SHIPPED')
  assert.equal(await stateOf(id), 'ORDERED')
})

test('does not exist for others, other desks, other companies, and other kinds', async () => {
  const id = await approved()
  for (const who of [luis, ana, tom]) {
    assert.equal((await move(who, id, { to: 'ORDERED' })).status, 404, who)
    assert.equal((await desk.as(who).call(requisitions.transitions, { params: { id } })).status, 404, who)
  }
  const { data } = await desk.as(jorge).call(requests.create, {
    body: { serviceDeskCode: 'FINANCE', summary: 'Which form is for travel?' },
  })
  assert.equal((await move(pablo, data.id, { to: 'CANCELLED' })).status, 404)
})

test('a requisition is where its request, its approval and its order say', () => {
  type Standing = Parameters<typeof requisitionStateOf>[0]
  const standing: Standing = {
    status: 'SUBMITTED',
    resolutionCode: null,
    approvalStatus: null,
    procurementStatus: null,
  }
  const cases: [Partial<Standing>, RequisitionState][] = [
    [{}, 'SUBMITTED'],
    [{ status: 'IN_REVIEW' }, 'SUBMITTED'],
    [{ status: 'IN_REVIEW', approvalStatus: 'PENDING' }, 'IN_APPROVAL'],
    [{ status: 'ACTION_REQUIRED', approvalStatus: 'PENDING' }, 'IN_APPROVAL'],
    [{ status: 'ACTION_REQUIRED', approvalStatus: 'APPROVED' }, 'APPROVED'],
    [{ status: 'APPROVED', approvalStatus: 'APPROVED' }, 'APPROVED'],
    // Where nobody has to be asked, taking it is enough.
    [{ status: 'IN_PROGRESS' }, 'APPROVED'],
    [{ status: 'WAITING', procurementStatus: 'PENDING' }, 'APPROVED'],
    [{ status: 'WAITING', procurementStatus: 'ORDERED' }, 'ORDERED'],
    [{ status: 'IN_PROGRESS', procurementStatus: 'SHIPPED' }, 'ORDERED'],
    [{ status: 'RESOLVED', resolutionCode: 'FULFILLED', procurementStatus: 'DELIVERED' }, 'FULFILLED'],
    [{ status: 'RESOLVED', resolutionCode: 'WITHDRAWN', approvalStatus: 'CANCELLED' }, 'CANCELLED'],
    [{ status: 'RESOLVED', resolutionCode: 'DUPLICATE' }, 'CANCELLED'],
    [{ status: 'REJECTED', approvalStatus: 'REJECTED' }, 'REJECTED'],
  ]
  for (const [part, state] of cases) assert.equal(requisitionStateOf({ ...standing, ...part }), state)
  // From the ends nothing leads on.
  for (const end of ['FULFILLED', 'REJECTED', 'CANCELLED'] as const)
    assert.deepEqual(requisitionStates.from(end), [])
})

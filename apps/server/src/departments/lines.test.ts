import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type BodyIn, departments, expenseLines, requests, requisitionLines } from '@deskhand/contract'
import { decide, roundOf } from '../approvals/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, luis, marta, olga, pablo, tom } from '../testing/people.ts'
import { idsOf } from './lineIds.ts'

const desk = await openDesk()
after(() => desk.close())

const euro = (amount: number) => ({ amount: String(amount), currency: 'EUR' })
const train = { description: 'Train', amount: euro(6480), quantity: 2 }
const taxi = { description: 'Taxi', amount: euro(1850), quantity: 1 }

type Claim = BodyIn<typeof departments.expenseReimbursements.create>
async function claim(lineItems: object[]) {
  const { data, status } = await desk.as(jorge).call(departments.expenseReimbursements.create, {
    body: {
      businessPurpose: 'Visit to the sawmill',
      expenseDate: '2025-11-03',
      expenseCategory: 'TRAVEL',
      currency: 'EUR',
      lineItems,
      // A claim's lines may hold what a company adds, which the compiler takes for everything.
    } as Claim,
  })
  assert.equal(status, 201)
  return data
}
const lineAt = ({ lineItems }: { lineItems: Record<string, unknown>[] | null }, at: number) =>
  String(lineItems?.[at]?.['lineId'])
const add = (who: string, id: string, body: BodyIn<typeof expenseLines.add>) =>
  desk.as(who).call(expenseLines.add, { params: { id }, body })
const change = (who: string, id: string, lineId: string, body: BodyIn<typeof expenseLines.change>) =>
  desk.as(who).call(expenseLines.change, { params: { id, lineId }, body })
const remove = (who: string, id: string, lineId: string) =>
  desk.as(who).call(expenseLines.remove, { params: { id, lineId } })

test('a line comes, changes and goes, and the claim adds up anew each time', async () => {
  const made = await claim([train])
  const added = await add(jorge, made.id, taxi)
  assert.deepEqual([added.status, added.data.totalAmount, added.data.version], [201, euro(14_810), 2])
  const changed = await change(jorge, made.id, lineAt(added.data, 1), { amount: euro(2000) })
  assert.deepEqual(
    changed.data.lineItems?.map(({ description, amount }) => [description, amount]),
    [
      ['Train', euro(6480)],
      ['Taxi', euro(2000)],
    ],
  )
  assert.deepEqual(changed.data.totalAmount, euro(14_960))
  assert.equal(lineAt(changed.data, 0), lineAt(made, 0), 'what nobody changed keeps its name')
  const late = await change(jorge, made.id, lineAt(added.data, 1), { amount: euro(1) })
  assert.equal(late.status, 404, 'what somebody else changed is not overwritten')
  const left = await remove(jorge, made.id, lineAt(made, 0))
  assert.deepEqual([left.status, left.data.totalAmount], [200, euro(2000)])
  const last = await remove(jorge, made.id, lineAt(left.data, 0))
  assert.equal(last.status, 422, 'a claim of nothing is none')
})

test('lines that were read can be sent back as a whole', async () => {
  const made = await claim([train, taxi])
  const { data } = await desk.as(jorge).call(departments.expenseReimbursements.update, {
    params: { id: made.id },
    body: { lineItems: JSON.parse(JSON.stringify(made.lineItems)), projectCode: 'P-7' },
  })
  assert.deepEqual([data.projectCode, data.lineItems], ['P-7', made.lineItems])
})

describe('a line that cannot be is refused at its place, and nothing changes', () => {
  const cases: [string, object, string][] = [
    ['nothing', { amount: euro(0) }, '/lineItems/1/amount'],
    ['another currency', { amount: { amount: '5', currency: 'USD' } }, '/lineItems'],
    ['no quantity', { quantity: 0 }, '/lineItems/1/quantity'],
  ]
  for (const [name, more, pointer] of cases) {
    test(name, async () => {
      const made = await claim([train])
      const { status, problem } = await add(jorge, made.id, { ...taxi, ...more })
      assert.equal(status, 422)
      assert.ok(
        problem.errors?.some((one) => one.pointer === pointer),
        JSON.stringify(problem.errors),
      )
      const { data } = await desk
        .as(jorge)
        .call(departments.expenseReimbursements.get, { params: { id: made.id } })
      assert.equal(data.version, made.version)
    })
  }
})

test('by state: once the desk has begun, by the desk alone; never by others', async () => {
  const made = await claim([train])
  const lineId = lineAt(made, 0)
  for (const who of [ana, luis, tom, olga]) {
    assert.equal((await add(who, made.id, taxi)).status, 404, who)
    assert.equal((await change(who, made.id, lineId, { quantity: 9 })).status, 404, who)
    assert.equal((await remove(who, made.id, lineId)).status, 404, who)
  }
  await desk.as(pablo).call(requests.transition, { params: { id: made.id }, body: { to: 'IN_PROGRESS' } })
  assert.equal((await add(jorge, made.id, taxi)).status, 409)
  assert.equal((await change(jorge, made.id, lineId, { quantity: 1 })).status, 409)
  assert.equal((await remove(jorge, made.id, lineId)).status, 409)
  assert.deepEqual((await change(pablo, made.id, lineId, { quantity: 1 })).data.totalAmount, euro(6480))
  const { data: other } = await desk.as(jorge).call(requests.create, {
    body: { serviceDeskCode: 'IT', summary: 'No claim' },
  })
  assert.equal((await add(jorge, other.id, taxi)).status, 404, 'another kind')
})

test('what was agreed to is asked anew when a line makes it more', async () => {
  const made = await claim([{ ...train, amount: euro(60_000), quantity: 1 }])
  await desk.work()
  const first = await roundOf(desk, made.id)
  await decide(desk, marta, first.id, { decision: 'APPROVED' })
  await add(pablo, made.id, { ...taxi, amount: euro(50_000) })
  await desk.work()
  const second = await roundOf(desk, made.id, pablo)
  assert.notEqual(second.id, first.id)
  assert.deepEqual(second.amount, euro(110_000))
})

test('the lines of a purchase likewise', async () => {
  const rack = { description: 'Rack', quantity: 4, unitPrice: euro(61_900) }
  const { data } = await desk.as(jorge).call(departments.purchaseRequisitions.create, {
    body: { summary: 'Racks', justification: 'They carry more.', lineItems: [rack] },
  })
  const params = { id: data.id }
  const added = await desk.as(jorge).call(requisitionLines.add, {
    params,
    body: { description: 'Bolts', quantity: 10, unitPrice: euro(100) },
  })
  assert.deepEqual(added.data.totalAmount, euro(248_600))
  const lineId = lineAt(added.data, 0)
  const fewer = await desk
    .as(jorge)
    .call(requisitionLines.change, { params: { ...params, lineId }, body: { quantity: 3 } })
  assert.deepEqual(fewer.data.totalAmount, euro(186_700))
  const gone = await desk
    .as(jorge)
    .call(requisitionLines.remove, { params: { ...params, lineId: lineAt(fewer.data, 1) } })
  assert.deepEqual(gone.data.totalAmount, euro(185_700))
  const none = await desk
    .as(tom)
    .call(requisitionLines.remove, { params: { ...params, lineId: lineAt(gone.data, 0) } })
  assert.equal(none.status, 404)
})

test('lines of the same words have names of their own; the order of cells makes none', () => {
  const [one, other, third] = idsOf([
    { a: 1, b: 2 },
    { b: 2, a: 1 },
    { a: 1, b: 3 },
  ])
  assert.equal(other, `${one}-2`)
  assert.notEqual(third, one)
})

import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { departments, type PayableClaim, payments } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, pablo, sofia, tom } from '../testing/people.ts'
import { faultsOf, totalOf } from './rules.ts'

const desk = await openDesk()
after(() => desk.close())

const { expenseReimbursements } = departments
const euro = (amount: number) => ({ amount: String(amount), currency: 'EUR' })
const claimOf = async (who: string, amount: number, approved: number | null = amount) => {
  const { data } = await desk.as(who).call(expenseReimbursements.create, {
    body: {
      businessPurpose: 'Visit to the sawmill',
      expenseDate: '2025-11-03',
      expenseCategory: 'TRAVEL',
      currency: 'EUR',
      lineItems: [{ description: 'Train', amount: euro(amount) }],
    },
  })
  if (approved !== null) {
    const noted = await desk.as(pablo).call(expenseReimbursements.update, {
      params: { id: data.id },
      body: { approvedAmount: euro(approved) },
    })
    assert.equal(noted.status, 200)
  }
  return data.id
}
const create = (who: string, ...requestIds: string[]) =>
  desk.as(who).call(payments.create, { body: { requestIds } })
const paid = (who: string, id: string) =>
  desk
    .as(who)
    .call(payments.paid, { params: { id }, body: { paidOn: '2026-11-20', bankReference: 'BATCH 77' } })
const claim = async (who: string, id: string) =>
  (await desk.as(who).call(expenseReimbursements.get, { params: { id } })).data
const payable = async (who: string) =>
  (await desk.as(who).call(payments.payable)).data.data.map(({ requestId }) => requestId)

test('claims that were agreed to are collected, paid, and read as such by who claimed', async () => {
  const [one, other, open] = [
    await claimOf(jorge, 10_000, 9_000),
    await claimOf(marta, 5_000),
    await claimOf(jorge, 7_000, null),
  ]
  const waiting = await payable(pablo)
  assert.ok(waiting.includes(one) && waiting.includes(other))
  assert.ok(!waiting.includes(open), 'what nobody agreed to')
  const made = await create(elena, one, other)
  assert.deepEqual([made.status, made.data.total, made.data.paidOn], [201, euro(14_000), null])
  assert.deepEqual((await claim(jorge, one)).paymentStatus, 'PROCESSING')
  assert.ok(!(await payable(pablo)).includes(one))
  const { data } = await paid(elena, made.data.id)
  assert.deepEqual([data.paidOn, data.bankReference, data.version], ['2026-11-20', 'BATCH 77', 2])
  const { paymentStatus, paymentDate, paymentReference, approvedAmount } = await claim(marta, other)
  assert.deepEqual(
    [paymentStatus, paymentDate, paymentReference, approvedAmount],
    ['PAID', '2026-11-20', 'BATCH 77', euro(5_000)],
  )
  const events = await desk.rows<{ name: string }>(
    elena,
    `select name from app.events where subject_id = any ($1::uuid[]) and name like 'payment_batch.%' order by id`,
    [[made.data.id]],
  )
  assert.deepEqual(
    events.map(({ name }) => name),
    ['payment_batch.created', 'payment_batch.paid'],
  )
  const next = await create(elena, await claimOf(jorge, 100))
  assert.equal(next.data.number, made.data.number + 1, 'numbers have no gaps')
  const listed = await desk.as(pablo).call(payments.list, { query: { limit: 1 } })
  assert.equal(listed.data.data[0]?.id, next.data.id)
  const older = await desk
    .as(pablo)
    .call(payments.list, { query: { limit: 1, cursor: listed.data.page.next ?? '' } })
  assert.equal(older.data.data[0]?.id, made.data.id)
})

test('what is to be transferred comes as a table, for who leads alone, and the log says who took it', async () => {
  const [one, other] = [await claimOf(jorge, 123_456), await claimOf(marta, 5_000)]
  const { data: batch } = await create(elena, one, other)
  const file = async (who: string) =>
    desk.deskhand.app.inject({
      url: `/api/v1/finance/payment-batches/${batch.id}/file`,
      headers: { authorization: `Bearer ${await desk.token(who)}` },
    })
  const reply = await file(elena)
  assert.equal(reply.statusCode, 200)
  assert.match(String(reply.headers['content-disposition']), /payment-batch-\d+\.csv/)
  const { referenceNumber } = await claim(jorge, one)
  const lines = reply.body.replace(/^\uFEFF/, '').split('\r\n')
  assert.equal(lines[0], 'Claim,Name,E-mail,Amount,Currency,Purpose')
  assert.ok(
    lines.includes(
      `${referenceNumber},Jorge Vidal,${jorge},1234.56,EUR,"${referenceNumber}, batch ${batch.number}"`,
    ),
    reply.body,
  )
  assert.equal(lines.filter(Boolean).length, 3)
  const [event] = await desk.rows<{ data: object }>(
    elena,
    `select data from app.events where name = 'list.exported' order by id desc limit 1`,
  )
  assert.deepEqual(event?.data, { query: { batch: batch.number } })
  for (const who of [pablo, jorge, ana]) assert.equal((await file(who)).statusCode, 403, who)
  assert.equal((await file(olga)).statusCode, 404)
})

test('what the bank sent back can be collected again', async () => {
  const id = await claimOf(jorge, 3_000)
  await create(elena, id)
  await desk
    .as(pablo)
    .call(expenseReimbursements.update, { params: { id }, body: { paymentStatus: 'RETURNED' } })
  assert.equal((await create(elena, id)).status, 201)
})

test('a claim is in one batch: of two at once one gets it; twice paid is refused', async () => {
  const id = await claimOf(jorge, 2_000)
  const both = await Promise.all([create(elena, id), create(elena, id)])
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422])
  const batch = both.find(({ status }) => status === 201)?.data.id ?? ''
  await paid(elena, batch)
  const again = await paid(elena, batch)
  assert.deepEqual([again.status, again.problem.detail], [409, 'This batch is paid already.'])
})

test('looked at by the desk of claims, made by who leads it, invisible to everybody else', async () => {
  const id = await claimOf(jorge, 1_500)
  for (const who of [ana, luis, nuria, sofia, marta]) {
    assert.equal((await desk.as(who).call(payments.payable)).status, 403, who)
    assert.equal((await desk.as(who).call(payments.list)).status, 403, who)
    assert.equal((await create(who, id)).status, 403, who)
  }
  assert.equal((await create(pablo, id)).status, 403, 'who works there, and does not lead it')
  const { data } = await create(elena, id)
  assert.equal((await paid(pablo, data.id)).status, 403)
  assert.equal((await paid(olga, data.id)).status, 404, 'another company')
  assert.equal((await create(olga, id)).status, 422)
  assert.equal((await desk.as(tom).call(payments.list)).status, 403)
  assert.ok((await desk.as(olga).call(payments.list)).data.data.every((one) => one.id !== data.id))
})

test('all or nothing: what cannot be paid is named, and nothing is collected', async () => {
  const id = await claimOf(jorge, 1_000)
  const own = await claimOf(elena, 1_000)
  const { status, problem } = await create(elena, id, own, '0193b3a0-0000-7000-8000-000000000000', id)
  assert.deepEqual(
    [status, problem.errors?.map(({ pointer }) => pointer)],
    [422, ['/requestIds/1', '/requestIds/2', '/requestIds/3']],
  )
  assert.equal((await claim(jorge, id)).paymentStatus, 'PENDING')
})

describe('which claims go together', () => {
  const at = (requestId: string, currency = 'EUR', isOwn = false): PayableClaim => ({
    requestId,
    referenceNumber: requestId,
    summary: '',
    requester: { id: requestId, name: requestId, department: null, site: null },
    amount: { amount: '1', currency },
    isReturned: false,
    isOwn,
  })
  const cases: [string, string[], PayableClaim[], string[]][] = [
    ['all of one currency', ['a', 'b'], [at('a'), at('b')], []],
    ['another currency', ['a', 'b'], [at('a'), at('b', 'USD')], ['/requestIds/1']],
    ['one that is not there', ['a', 'c'], [at('a')], ['/requestIds/1']],
    ['twice the same', ['a', 'a'], [at('a')], ['/requestIds/1']],
    ['one’s own', ['a'], [at('a', 'EUR', true)], ['/requestIds/0']],
  ]
  for (const [name, ids, found, pointers] of cases) {
    test(name, () => {
      assert.deepEqual(
        faultsOf(ids, found).map(({ pointer }) => pointer),
        pointers,
      )
    })
  }
  test('sums beyond what numbers hold', () => {
    assert.equal(totalOf(['9007199254740993', '1']), '9007199254740994')
    assert.equal(totalOf([]), '0')
  })
})

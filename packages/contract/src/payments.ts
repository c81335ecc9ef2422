import * as z from 'zod'
import { command, day, event, instant, line, list, page, paging, read, uuid } from './kit.ts'
import { Money } from './money.ts'
import { PersonRef } from './requestShapes.ts'

/** A claim that was agreed to, with what of it is to be paid. */
export const PayableClaim = z.strictObject({
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  requester: PersonRef,
  amount: Money,
  /** The bank sent it back once. */
  isReturned: z.boolean(),
  /** Nobody pays their own. */
  isOwn: z.boolean(),
})
export type PayableClaim = z.output<typeof PayableClaim>

/** Claims that are paid together. */
export const PaymentBatch = z.strictObject({
  id: uuid,
  number: z.int(),
  total: Money,
  claims: z.array(
    z.strictObject({
      requestId: uuid,
      referenceNumber: z.string(),
      requesterName: z.string(),
      amount: Money,
    }),
  ),
  createdAt: instant,
  createdByName: z.string(),
  /** Null while it is not paid. */
  paidOn: day.nullable(),
  bankReference: z.string().nullable(),
  version: z.int(),
})
export type PaymentBatch = z.output<typeof PaymentBatch>

/** Paying expense claims together. For who works at the desk of claims; collecting and paying for who leads it. */
export const payments = {
  payable: read('GET /finance/payment-batches/payable', {
    may: 'requests.read_desk',
    summary: 'Claims that were agreed to and are not paid yet, the oldest first',
    reply: list(PayableClaim),
  }),
  list: read('GET /finance/payment-batches', {
    may: 'requests.read_desk',
    summary: 'Payment batches, the newest first',
    query: z.strictObject(paging),
    reply: page(PaymentBatch),
  }),
  create: command('POST /finance/payment-batches', {
    may: 'requests.supervise',
    summary: 'Collect claims into a batch: each is then being paid',
    description:
      'All of them or none: in one currency, agreed to, not paid and not in another batch, and nobody’s own.',
    body: z.strictObject({ requestIds: z.array(uuid).min(1).max(500) }),
    reply: PaymentBatch,
    status: 201,
    errors: [409, 422],
    events: ['payment_batch.created', 'request.fulfilled'],
    example: { body: { requestIds: ['019acb3e-0000-7000-8000-000000000000'] } },
  }),
  file: read('GET /finance/payment-batches/:id/file', {
    may: 'requests.supervise',
    summary: 'What is to be transferred, as CSV: person, amount, currency and purpose of each claim',
    description:
      'No accounts are in it: these are kept encrypted and are for HR alone. Who took it out is in the audit log.',
    download: ['text/csv'],
  }),
  paid: command('POST /finance/payment-batches/:id/paid', {
    may: 'requests.supervise',
    summary: 'Mark a batch as paid, with the reference of the bank; everybody in it reads it on their claim',
    body: z.strictObject({ paidOn: day, bankReference: line(100) }),
    reply: PaymentBatch,
    errors: [409, 412],
    events: ['payment_batch.paid', 'request.fulfilled'],
  }),
}

const count = z.strictObject({ count: z.int(), total: Money })
export const paymentEvents = {
  'payment_batch.created': event('nobody', '{actor} collected claims into batch {subject}', count),
  'payment_batch.paid': event('nobody', '{actor} marked batch {subject} as paid', count),
}

import * as z from 'zod'
import { command, list, page, paging, read, uuid } from './kit.ts'
import { Request, RequestRow } from './requestShapes.ts'

/** What somebody has in hand at a desk. */
export const Load = z.strictObject({
  id: uuid,
  name: z.string(),
  role: z.enum(['TECHNICIAN', 'SUPERVISOR']),
  /** Waiting for them to do something; what waits for others and what sleeps is not counted. */
  inHand: z.int(),
  overdue: z.int(),
  dueToday: z.int(),
  /** Waiting for somebody else. */
  waiting: z.int(),
})

/** One request that would change hands. */
export const Handover = z.strictObject({
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  fromId: uuid.nullable(),
  fromName: z.string().nullable(),
  toId: uuid,
  toName: z.string(),
})

export const support = {
  queue: read('GET /support/queue', {
    may: 'requests.work',
    summary: 'What is to be done by the caller or by nobody yet at their desks, what breaches next first',
    query: z.strictObject(paging),
    reply: page(RequestRow),
  }),
  next: command('POST /support/queue/next', {
    may: 'requests.work',
    summary: 'Take the request of the caller’s desks that breaches next and that nobody has',
    description:
      'Two who ask at the same time get two requests. With nothing left to take, `request` is null.',
    body: z.strictObject({ serviceDeskId: uuid }).partial(),
    reply: z.strictObject({ request: Request.nullable() }),
    events: ['request.assigned'],
  }),
  assignments: read('GET /support/assignments', {
    may: 'requests.supervise',
    summary: 'Who has how much in hand, at the desks that the caller leads',
    reply: list(
      z.strictObject({
        serviceDeskId: uuid,
        code: z.string(),
        name: z.string(),
        unassigned: z.int(),
        people: z.array(Load),
      }),
    ),
  }),
  rebalance: command('POST /support/assignments/rebalance', {
    may: 'requests.supervise',
    summary: 'Propose who could take what, or carry out the hand-overs that are named',
    description:
      'Without `handovers` it proposes and changes nothing. What has been begun stays with who began it.',
    body: z.strictObject({
      serviceDeskId: uuid,
      handovers: z
        .array(z.strictObject({ requestId: uuid, toId: uuid }))
        .max(50)
        .optional(),
    }),
    reply: list(Handover),
    errors: [409, 422],
    events: ['request.assigned'],
  }),
}

import * as z from 'zod'
import { departments } from './departments.ts'
import { command, day, line, list, read, text } from './kit.ts'
import { RequisitionState } from './requisitionStates.ts'

const { purchaseRequisitions } = departments

export const requisitions = {
  transitions: read('GET /finance/purchase-requisitions/:id/transitions', {
    may: 'requests.read',
    summary: 'The moves that the caller may make now with a purchase requisition',
    reply: list(
      z.strictObject({ to: RequisitionState, requires: z.array(z.enum(['reason'])), word: z.string() }),
    ),
  }),
  transition: command('POST /finance/purchase-requisitions/:id/transitions', {
    may: 'requests.read',
    summary: 'Cancel a purchase requisition, hand it over to buying, take it back from there, or end it',
    description:
      'The request moves along: ordered, it waits for the delivery; fulfilled, it is resolved. Approving and rejecting is what its approvers do.',
    body: z.strictObject({
      to: RequisitionState,
      reason: text(4000).optional(),
      /** With ORDERED: what it is called at the supplier. */
      orderNumber: line(100).optional(),
      /** With ORDERED: when it is expected. */
      expectedOn: day.optional(),
    }),
    reply: purchaseRequisitions.get.reply,
    errors: [409, 412, 422],
    events: ['request.moved', 'request.fulfilled'],
    example: { body: { to: 'ORDERED', orderNumber: 'PO-4711' } },
  }),
}

import * as z from 'zod'
import { departments } from './departments.ts'
import { command, line, text, uuid } from './kit.ts'
import { Money } from './money.ts'

const { hardwareRequests, purchaseRequisitions } = departments

/** The two ways in which agreed hardware comes: bought by a requisition of its own, or out of what lies in stock. */
export const hardware = {
  requisition: command('POST /it/hardware-requests/:id/requisition', {
    may: 'requests.work',
    summary: 'Turn a hardware request into a purchase requisition',
    description:
      'In the name of whoever buys it, as a child of the request, made of its answers as far as the body does not say otherwise. The request waits until the requisition is over. What needs an approval and has none is not bought.',
    body: z.strictObject({
      summary: line(500).optional(),
      justification: text(4000).optional(),
      quantity: z.int().min(1).max(100_000).default(1),
      /** Where the request does not say what it costs, or it costs something else. */
      unitPrice: Money.optional(),
      preferredVendor: line(200).optional(),
      costCenter: line(50).optional(),
    }),
    reply: purchaseRequisitions.get.reply,
    status: 201,
    errors: [409, 412, 422],
    events: ['request.created', 'request.linked', 'request.moved'],
    example: { body: { quantity: 1, unitPrice: { amount: '198900', currency: 'EUR' } } },
  }),
  fromStock: command('POST /it/hardware-requests/:id/fulfil-from-stock', {
    may: 'requests.work',
    summary: 'Set a thing from stock aside for whoever asked, instead of buying one',
    description:
      'It lies in stock for them alone until it is handed out, and is linked to the request. What needs an approval and has none gets nothing.',
    body: z.strictObject({ assetId: uuid }),
    reply: hardwareRequests.get.reply,
    errors: [409, 412, 422],
    events: ['asset.moved', 'request.asset_linked', 'request.moved'],
    example: { body: { assetId: '0190a000-0000-7000-8000-000000000001' } },
  }),
}

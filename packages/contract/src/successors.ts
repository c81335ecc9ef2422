import * as z from 'zod'
import { command, event, line, text, uuid } from './kit.ts'
import { Request } from './requestShapes.ts'

export const successors = {
  split: command('POST /requests/:id/split', {
    may: 'requests.work',
    summary: 'Move entries with their files into a request of their own',
    description:
      'The new one has the same requester, desk and readers. Notes stay notes, and the old place says where the words went.',
    body: z.strictObject({
      activityIds: z.array(uuid).min(1).max(50),
      summary: line(500),
      requestTypeId: uuid.nullable().optional(),
    }),
    reply: Request,
    status: 201,
    errors: [409, 412, 422],
    events: ['request.created', 'request.split'],
  }),
  followUp: command('POST /requests/:id/follow-ups', {
    may: 'requests.read',
    summary: 'Go on with a request that is closed for good, in a new one',
    body: z.strictObject({ summary: line(500).optional(), description: text(20_000).optional() }),
    reply: Request,
    status: 201,
    errors: [409, 422],
    events: ['request.created'],
  }),
  transfer: command('POST /requests/:id/transfer', {
    may: 'requests.work',
    summary: 'Move a request to another desk',
    description:
      'It gets a number there and keeps answering to the old one. The kind is the one that is named, else the one of the same name there, else none; whoever has it keeps it only where they work at that desk. Who may read a confidential one stays on its list.',
    body: z
      .strictObject({
        serviceDeskId: uuid.optional(),
        serviceDeskCode: line(20).optional(),
        requestTypeId: uuid.nullable().optional(),
        reason: text(4000).optional(),
      })
      .refine((body) => body.serviceDeskId || body.serviceDeskCode, {
        message: 'Say which desk: serviceDeskId or serviceDeskCode.',
        path: ['serviceDeskId'],
      }),
    // Not the whole: who gave it away may not see it any more.
    reply: z.strictObject({
      id: uuid,
      referenceNumber: z.string(),
      formerReferenceNumber: z.string(),
      serviceDeskId: uuid,
      deskCode: z.string(),
    }),
    errors: [409, 412, 422],
    events: ['request.transferred', 'request.left_desk'],
  }),
}

export const successorEvents = {
  'request.split': event(
    'staff',
    '{actor} moved entries of {ref} into another',
    z.strictObject({ intoId: uuid, intoRef: z.string(), activityIds: z.array(uuid) }),
  ),
  'request.transferred': event(
    'everyone',
    '{actor} moved {ref} here from another desk',
    z.strictObject({ fromDeskId: uuid, toDeskId: uuid, fromRef: z.string() }),
  ),
  'request.left_desk': event(
    'staff',
    '{actor} moved {ref} to another desk',
    z.strictObject({ toDeskId: uuid, toRef: z.string() }),
  ),
}

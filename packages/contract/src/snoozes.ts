import * as z from 'zod'
import { command, event, instant, line, uuid } from './kit.ts'
import { Request, WokeBecause } from './requestShapes.ts'

export const snoozes = {
  snooze: command('POST /requests/:id/snooze', {
    may: 'requests.work',
    summary: 'Take a request out of the working views until a time, an answer, or the end of another request',
    description:
      'Whichever comes first wakes it. Snoozing again replaces what one waited for oneself; where a colleague snoozed it, it is refused with 409 and the request as it is now, and has to be woken first.',
    body: z
      .strictObject({
        untilAt: instant,
        untilReply: z.boolean(),
        /** A request by id or reference number. */
        untilRequest: line(40),
      })
      .partial()
      .refine((body) => body.untilAt || body.untilReply || body.untilRequest, {
        message: 'Say until when: untilAt, untilReply or untilRequest.',
        path: ['untilAt'],
      }),
    reply: Request,
    errors: [409, 412, 422],
    events: ['request.snoozed'],
    example: { body: { untilAt: '2026-11-30T08:00:00Z', untilReply: true } },
  }),
  wake: command('DELETE /requests/:id/snooze', {
    may: 'requests.work',
    summary: 'Wake a snoozed request now',
    reply: Request,
    errors: [409, 412],
    events: ['request.woke'],
  }),
}

export const snoozeEvents = {
  'request.snoozed': event(
    'staff',
    '{actor} snoozed {ref}',
    z.strictObject({
      untilAt: instant.nullable(),
      untilReply: z.boolean(),
      untilRequestId: uuid.nullable(),
    }),
  ),
  'request.woke': event('staff', '{ref} came back', z.strictObject({ because: WokeBecause })),
}

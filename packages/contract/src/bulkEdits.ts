import * as z from 'zod'
import { command, line, uuid } from './kit.ts'
import { OperationResult, OperationState, operationLimit } from './operations.ts'
import { bulkFields } from './requestActions.ts'
import { requestFilter } from './requestShapes.ts'

/** What a bulk edit does to each request: fields, each by the rule of its own command, and a transition at the end. */
export const BulkAction = z
  .strictObject(bulkFields)
  .partial()
  .refine((action) => Object.keys(action).length > 0, 'Say what to change.')
  .refine((action) => !(action.status && action.transition), {
    message: 'Say it once: status or transition.',
    path: ['status'],
  })
export type BulkAction = z.output<typeof BulkAction>

const { subjectType: _, subjectId, subjectRef, ...fared } = OperationResult.shape
export const BulkResult = z.strictObject({ requestId: subjectId, referenceNumber: subjectRef, ...fared })

export const bulkEdits = {
  edit: command('POST /requests/bulk', {
    may: 'requests.work',
    summary: 'Change many requests at once, chosen by ids or by a filter of the list',
    description:
      'Each request obeys the rules of the single command: what may not be touched is listed with the reason and the rest is done. `dryRun` answers what would happen and changes nothing. The operation runs as a job in small transactions; the answer waits for its end, up to 30 seconds, unless `Prefer: respond-async` (RFC 7240) asks for it at once. Until `state` is DONE, `GET /operations/:id` has the counts and `GET /operations/:id/results` the results. `POST /undo/:operationId` undoes it.',
    body: z
      .strictObject({
        requestIds: z
          .array(z.union([uuid, line(40)]))
          .min(1)
          .max(operationLimit)
          .optional(),
        /** The conditions of `GET /requests`. */
        filter: z.strictObject(requestFilter).optional(),
        action: BulkAction,
        dryRun: z.boolean().default(false),
      })
      .refine((body) => (body.requestIds === undefined) !== (body.filter === undefined), {
        message: 'Say which: requestIds or filter.',
        path: ['requestIds'],
      })
      .refine((body) => !body.filter || Object.keys(body.filter).length > 0, {
        message: 'Say at least one condition.',
        path: ['filter'],
      }),
    reply: z.strictObject({
      /** Null for a dry run. */
      operationId: uuid.nullable(),
      state: OperationState,
      total: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      refused: z.int(),
      results: z.array(BulkResult),
    }),
    errors: [409, 422],
    events: ['operation.begun', 'operation.ended'],
    example: {
      body: { requestIds: ['IT-4921', 'IT-4907'], action: { priority: 'HIGH' }, dryRun: true },
    },
  }),
}

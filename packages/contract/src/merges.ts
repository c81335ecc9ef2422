import * as z from 'zod'
import { command, event, line, read, uuid } from './kit.ts'
import { Activity, Request } from './requestShapes.ts'

const names = z
  .array(z.union([uuid, line(40)]))
  .min(1)
  .max(20)

const Merged = z.strictObject({ requestId: uuid, referenceNumber: z.string() })

const reply = z.strictObject({
  operationId: uuid,
  /** The request that stays. */
  request: Request,
  requests: z.array(Merged),
})

export const merges = {
  preview: read('GET /requests/:id/merge', {
    may: 'requests.work',
    summary: 'What a merge would look like: the thread that results, and what stands in the way',
    query: z.strictObject({
      /** Ids or reference numbers, with commas between. */
      requestIds: z
        .string()
        .max(1000)
        .transform((text) => text.split(','))
        .pipe(names),
    }),
    reply: z.strictObject({
      requests: z.array(
        Merged.extend({
          summary: z.string(),
          requesterName: z.string(),
          /** Why it cannot be merged, or null. */
          refusal: z.string().nullable(),
        }),
      ),
      /** The newest hundred entries of what would be one thread, in order of time. */
      entries: z.array(Activity),
      /** Whom answers reach afterwards. */
      readers: z.array(z.string()),
    }),
  }),
  merge: command('POST /requests/:id/merge', {
    may: 'requests.work',
    summary: 'Merge duplicates into this one: all of them or, where one cannot be, none',
    description:
      'A merge points and moves nothing: the duplicate is resolved as DUPLICATE and closed, keeps its number, its entries and its readers, and what is written to it lands here. Nobody reads more than before.',
    body: z.strictObject({ requestIds: names }),
    reply,
    errors: [409, 412, 422],
    events: ['request.merged', 'request.absorbed', 'request.moved'],
  }),
  unmerge: command('POST /requests/:id/unmerge', {
    may: 'requests.work',
    summary: 'Take merged requests out again, also after new replies',
    description:
      'Each is what it was before. Replies that came through it since go with it; `replies` says otherwise, one by one: `requestId` of one that is taken out, or of this one.',
    body: z.strictObject({
      requestIds: names,
      replies: z
        .array(z.strictObject({ activityId: uuid, requestId: uuid }))
        .max(200)
        .optional(),
    }),
    reply,
    errors: [409, 412, 422],
    events: ['request.unmerged', 'request.released', 'request.moved'],
  }),
}

export const mergeEvents = {
  'request.merged': event(
    'everyone',
    '{actor} merged {ref} into another',
    z.strictObject({ intoId: uuid, intoRef: z.string() }),
  ),
  'request.absorbed': event(
    'staff',
    '{actor} merged another into {ref}',
    z.strictObject({ fromId: uuid, fromRef: z.string() }),
  ),
  'request.unmerged': event(
    'everyone',
    '{actor} took {ref} out of another again',
    z.strictObject({ fromId: uuid, fromRef: z.string() }),
  ),
  'request.released': event(
    'staff',
    '{actor} took another out of {ref} again',
    z.strictObject({ releasedId: uuid, releasedRef: z.string() }),
  ),
}

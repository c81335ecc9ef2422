import * as z from 'zod'
import { AnswerSet } from './formShapes.ts'
import { command, instant, list, read, uuid } from './kit.ts'
import { Level } from './requestShapes.ts'

/** What somebody has written so far: half of it may still be missing or wrong. */
export const DraftBody = z.strictObject({
  requestTypeId: uuid.nullable().default(null),
  serviceDeskCode: z.string().max(20).nullable().default(null),
  onBehalfOfId: uuid.nullable().default(null),
  /** Their name, so that a page that goes on with it need not look. */
  onBehalfOfName: z.string().max(200).nullable().default(null),
  summary: z.string().max(500).default(''),
  description: z.string().max(20_000).default(''),
  urgency: Level.nullable().default(null),
  impact: Level.nullable().default(null),
  isConfidential: z.boolean().default(false),
  answers: AnswerSet.default({}),
})
export type DraftBody = z.output<typeof DraftBody>

export const RequestDraft = DraftBody.extend({
  key: z.string(),
  /** What it asks for, where that is still offered. */
  requestTypeName: z.string().nullable(),
  savedAt: instant,
})
export type RequestDraft = z.output<typeof RequestDraft>

export const requestDrafts = {
  list: read('GET /requests/drafts', {
    may: 'requests.create',
    summary: 'The caller’s unfinished requests, newest first',
    reply: list(RequestDraft),
  }),
  save: command('PUT /requests/drafts/:key', {
    may: 'requests.create',
    summary: 'Keep an unfinished request; only its writer ever sees it',
    description: 'The key is the writer’s own: the kind of request, or any word of up to 80 letters.',
    body: DraftBody,
    reply: RequestDraft,
    errors: [409, 422],
    log: false,
  }),
  drop: command('DELETE /requests/drafts/:key', {
    may: 'requests.create',
    summary: 'Drop a draft',
    status: 204,
    log: false,
  }),
}

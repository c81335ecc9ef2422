import * as z from 'zod'
import { command, event, instant, list, read, uuid } from './kit.ts'
import { Mention } from './requestShapes.ts'

export const DraftKind = z.enum(['reply', 'note'])

/** What somebody has begun to write on a request and not sent. */
export const ReplyDraft = z.strictObject({
  id: uuid,
  kind: DraftKind,
  text: z.string(),
  mentions: z.array(Mention),
  personId: uuid,
  personName: z.string(),
  /** The desk can read it and go on with it. */
  isShared: z.boolean(),
  /** Who had it before, in order. */
  hands: z.array(z.strictObject({ personId: uuid, name: z.string(), at: instant })),
  updatedAt: instant,
})

export const drafts = {
  list: read('GET /requests/:id/reply-draft', {
    may: 'requests.read',
    summary: 'My drafts on this request, and those that colleagues of the desk share',
    reply: list(ReplyDraft),
  }),
  save: command('PUT /requests/:id/reply-draft', {
    may: 'requests.read',
    summary: 'Keep what I write, one reply and one note for each request; an empty text drops it',
    body: z.strictObject({
      kind: DraftKind.default('reply'),
      text: z.string().max(20_000),
      mentions: z.array(Mention).max(50).default([]),
    }),
    reply: z.strictObject({ savedAt: instant.nullable() }),
    log: false,
  }),
  drop: command('DELETE /requests/:id/reply-draft', {
    may: 'requests.read',
    summary: 'Drop my draft',
    query: z.strictObject({ kind: DraftKind.default('reply') }),
    status: 204,
    log: false,
  }),
  share: command('PUT /requests/:id/reply-draft/sharing', {
    may: 'requests.work',
    summary: 'Let the desk read my draft and go on with it, or not any more',
    body: z.strictObject({ isShared: z.boolean() }),
    reply: ReplyDraft,
    errors: [409],
    events: ['draft.shared', 'draft.unshared'],
  }),
  take: command('POST /requests/:id/reply-draft/:draftId/take', {
    may: 'requests.work',
    summary: 'Go on with a draft that a colleague shares; it is mine from then on',
    reply: ReplyDraft,
    errors: [409],
    events: ['draft.taken'],
  }),
}

export const draftEvents = {
  'draft.shared': event('staff', '{actor} shared a draft on {ref}', z.strictObject({ draftId: uuid })),
  'draft.unshared': event(
    'staff',
    '{actor} stopped sharing a draft on {ref}',
    z.strictObject({ draftId: uuid }),
  ),
  'draft.taken': event(
    'staff',
    '{actor} went on with a draft on {ref}',
    z.strictObject({ draftId: uuid, from: uuid }),
  ),
}

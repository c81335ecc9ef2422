import * as z from 'zod'
import { command, event, list, read, text, uuid } from './kit.ts'
import { Activity, MentionTarget } from './requestShapes.ts'

/** How long an entry can be corrected or withdrawn by who wrote it, in milliseconds. */
export const entryWindow = 10 * 60_000

export const entries = {
  correct: command('PATCH /requests/:id/activities/:activityId', {
    may: 'requests.read',
    summary: 'Correct an own reply or note within ten minutes',
    description: 'The old text stays in the history of the request, for who works on it.',
    body: z.strictObject({ message: text(20_000) }),
    reply: Activity,
    errors: [409, 422],
    events: ['entry.corrected', 'entry.note_corrected'],
  }),
  withdraw: command('DELETE /requests/:id/activities/:activityId', {
    may: 'requests.read',
    summary: 'Withdraw an own reply or note within ten minutes; a supervisor, at any time',
    description: 'That there was one stays to be seen; its text and files are gone from the conversation.',
    reply: Activity,
    errors: [409],
    events: ['entry.withdrawn', 'entry.note_withdrawn'],
  }),
  mentionable: read('GET /requests/:id/mentionable', {
    may: 'requests.read',
    summary: 'Whom one can mention here: people and teams who may see it',
    query: z.strictObject({
      q: z.string().trim().max(100).default(''),
      /** In a note only who works on it can be mentioned. */
      isInternal: z.stringbool().default(false),
    }),
    reply: list(MentionTarget),
  }),
}

const which = z.strictObject({ activityId: uuid })

export const entryEvents = {
  'entry.corrected': event('everyone', '{actor} corrected a reply on {ref}', which),
  'entry.note_corrected': event('staff', '{actor} corrected a note on {ref}', which),
  'entry.withdrawn': event('everyone', '{actor} withdrew a reply on {ref}', which),
  'entry.note_withdrawn': event('staff', '{actor} withdrew a note on {ref}', which),
}

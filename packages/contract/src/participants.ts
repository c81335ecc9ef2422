import * as z from 'zod'
import { command, email, event, instant, list, read, uuid } from './kit.ts'

/** Somebody who follows a request: a person of the company (a watcher), or an address outside. */
export const Participant = z.strictObject({
  id: uuid,
  /** Null for an address outside. */
  personId: uuid.nullable(),
  name: z.string(),
  email: z.string().nullable(),
  department: z.string().nullable(),
  addedByName: z.string().nullable(),
  createdAt: instant,
})

export const participants = {
  list: read('GET /requests/:id/watchers', {
    may: 'requests.read',
    summary: 'Who follows a request, and which addresses outside get its replies',
    reply: list(Participant),
  }),
  add: command('POST /requests/:id/watchers', {
    may: 'requests.read',
    summary: 'Let somebody follow a request: a colleague by id, or anybody by e-mail address',
    description:
      'A colleague can see the request from then on, without its notes. An address outside gets the replies by mail and nothing else. A confidential request is followed only by people on its list.',
    body: z
      .strictObject({ personId: uuid, email })
      .partial()
      .refine(
        ({ personId, email: address }) => (personId === undefined) !== (address === undefined),
        'Say whom: personId or email.',
      ),
    example: { body: { email: 'service@printworks.example' } },
    reply: Participant,
    status: 201,
    errors: [409, 422],
    events: ['participant.added'],
  }),
  remove: command('DELETE /requests/:id/watchers/:watcherId', {
    may: 'requests.read',
    summary: 'Let somebody follow a request no more',
    status: 204,
    errors: [409],
    events: ['participant.removed'],
  }),
  invitation: read('GET /participation/:token', {
    may: 'anyone',
    summary: 'What the link of a mail is about; shows and changes nothing',
    reply: z.strictObject({
      referenceNumber: z.string(),
      summary: z.string(),
      companyName: z.string(),
      email: z.string(),
      hasLeft: z.boolean(),
    }),
  }),
  leave: command('POST /participation/:token/leave', {
    may: 'anyone',
    summary: 'Get no more mails about this request',
    rate: 'mail',
    status: 204,
    errors: [410],
    events: ['participant.removed'],
  }),
}

export const participantEvents = {
  'participant.added': event(
    'everyone',
    '{actor} added {name} to {ref}',
    z.strictObject({ name: z.string(), personId: uuid.nullable() }),
  ),
  'participant.removed': event(
    'everyone',
    '{actor} took {name} off {ref}',
    z.strictObject({ name: z.string(), personId: uuid.nullable() }),
  ),
}

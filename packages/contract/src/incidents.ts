import * as z from 'zod'
import { command, event, instant, line, list, page, paging, read, text, uuid } from './kit.ts'

/** A major incident as everybody whom it concerns reads it: in words of its own, not in those of its request. */
export const Incident = z.strictObject({
  id: uuid,
  title: z.string(),
  message: z.string(),
  /** The site it affects; null for all of them. */
  site: z.string().nullable(),
  declaredByName: z.string(),
  declaredAt: instant,
  endedAt: instant.nullable(),
  /** How many said that they have it too. */
  affectedCount: z.int(),
  /** Whether the reader is one of them. */
  isAffected: z.boolean(),
  /** Newest first. */
  updates: z.array(
    z.strictObject({ id: uuid, message: z.string(), authorName: z.string(), createdAt: instant }),
  ),
  /** For who works on its request; null for all others. */
  requestId: uuid.nullable(),
  referenceNumber: z.string().nullable(),
  /** Whether the reader tells the others and ends it. */
  isLed: z.boolean(),
})

export const incidents = {
  list: read('GET /incidents/major', {
    may: 'requests.read',
    summary: 'The running major incidents that concern the reader; all of them for who works on requests',
    reply: list(Incident),
  }),
  declare: command('POST /incidents/major', {
    may: 'requests.supervise',
    summary: 'Declare a major incident on a request',
    description:
      'Title and text are read by everybody, or by everybody of a site: the request itself stays as visible as it is. Never on a confidential request.',
    body: z.strictObject({
      /** The request by id or reference number. */
      request: line(60),
      title: line(200),
      message: text(2000),
      site: line(100).nullable().optional(),
    }),
    reply: Incident,
    status: 201,
    errors: [409, 422],
    events: ['incident.declared'],
    example: { body: { request: 'IT-4921', title: 'No e-mail', message: 'We are on it.', site: 'Porto' } },
  }),
  join: command('POST /incidents/major/:id/affected', {
    may: 'requests.read',
    summary: '“I have this too”: counts once for each person',
    reply: Incident,
    errors: [409],
    events: ['incident.joined'],
  }),
  leave: command('DELETE /incidents/major/:id/affected', {
    may: 'requests.read',
    summary: 'Take back “I have this too”',
    reply: Incident,
    errors: [409],
    events: ['incident.left'],
  }),
  affected: read('GET /incidents/major/:id/affected', {
    may: 'requests.work',
    summary: 'Who has it too, for who works on its request; newest first',
    query: z.strictObject(paging),
    reply: page(
      z.strictObject({
        personId: uuid,
        name: z.string(),
        department: z.string().nullable(),
        site: z.string().nullable(),
        at: instant,
      }),
    ),
  }),
  update: command('POST /incidents/major/:id/updates', {
    may: 'requests.supervise',
    summary: 'One update to everybody who has it: inbox, mail and the timeline of the request',
    body: z.strictObject({ message: text(2000) }),
    reply: Incident,
    status: 201,
    errors: [409],
    events: ['incident.updated'],
  }),
  end: command('POST /incidents/major/:id/end', {
    may: 'requests.supervise',
    summary: 'End it, with a last word to everybody who has it; it also ends with its request',
    body: z.strictObject({ message: text(2000).nullable().optional() }),
    reply: Incident,
    errors: [409],
    events: ['incident.ended'],
  }),
}

const none = z.strictObject({})
export const incidentEvents = {
  'incident.declared': event('company', '{actor} declared a major incident', none),
  'incident.updated': event(
    'company',
    '{actor} told everybody affected how it stands',
    z.strictObject({ updateId: uuid }),
  ),
  'incident.ended': event(
    'company',
    'A major incident is over',
    z.strictObject({ updateId: uuid.optional() }),
  ),
  'incident.joined': event('staff', '{actor} has it too', none),
  'incident.left': event('staff', '{actor} has it no more', none),
}

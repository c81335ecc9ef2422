import * as z from 'zod'
import { command, event, instant, line, list, oneOf, page, paging, read, text, uuid } from './kit.ts'
import { Activity, MentionKind, PersonRef } from './requestShapes.ts'

export const ChatState = z.enum(['WAITING', 'ACTIVE', 'ENDED'])
export type ChatState = z.output<typeof ChatState>
/** What a technician says of themselves; whether they are there at all, their open pages say. */
export const Availability = z.enum(['ONLINE', 'BUSY', 'AWAY'])
export type Availability = z.output<typeof Availability>

/** A stretch of a request's conversation that both sides hold live. Its messages are the request's own entries. */
export const ChatSession = z.strictObject({
  id: uuid,
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  serviceDeskId: uuid,
  deskCode: z.string(),
  state: ChatState,
  requester: PersonRef,
  technician: PersonRef.nullable(),
  /** The team it waits for, where it was handed to one. */
  teamName: z.string().nullable(),
  startedAt: instant,
  acceptedAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Place among those who wait at this desk, from 1; null for one that does not wait. */
  place: z.int().nullable(),
  expectedWaitMinutes: z.int().nullable(),
  /** Entries of others that the reader has not seen. */
  unread: z.int(),
})
export type ChatSession = z.output<typeof ChatSession>

export const DeskAvailability = z.strictObject({
  serviceDeskId: uuid,
  deskCode: z.string(),
  deskName: z.string(),
  isOpen: z.boolean(),
  /** Technicians who take chats now. */
  online: z.int(),
  waiting: z.int(),
  /** For whoever began now. */
  expectedWaitMinutes: z.int().nullable(),
  /** When the desk is back, where it is not open. */
  backAt: instant.nullable(),
  words: z.string(),
})

const session = { reply: ChatSession, errors: [409, 412, 422] as (409 | 412 | 422)[] }

export const chat = {
  availability: read('GET /chat/availability', {
    may: 'requests.create',
    summary: 'Where one can chat now, how many wait, and when a desk is back that is not there',
    query: z.strictObject({ desk: line(20).optional() }),
    reply: list(DeskAvailability),
  }),
  mine: read('GET /users/me/availability', {
    may: 'requests.work',
    summary: 'Whether I take chats, and whether my desks are at work',
    reply: z.strictObject({ state: Availability, isOnShift: z.boolean(), backAt: instant.nullable() }),
  }),
  setMine: command('PUT /users/me/availability', {
    may: 'requests.work',
    summary: 'Say whether I take chats',
    body: z.strictObject({ state: Availability }),
    reply: z.strictObject({ state: Availability, isOnShift: z.boolean(), backAt: instant.nullable() }),
    log: false,
  }),
  list: read('GET /chat/sessions', {
    may: 'requests.work',
    summary: 'Chats at my desks that wait or go on, the longest wait first',
    query: z.strictObject({
      state: oneOf(ChatState).optional(),
      mine: z.stringbool().optional(),
      requestId: uuid.optional(),
    }),
    reply: list(ChatSession),
  }),
  start: command('POST /chat/sessions', {
    may: 'requests.create',
    summary: 'Begin a chat on a request of mine, or on a new one; a desk that is away gets a request instead',
    body: z.strictObject({
      /** The desk, where it is about something new. */
      serviceDeskCode: line(20).optional(),
      requestId: z.string().max(60).optional(),
      message: text(20_000).optional(),
    }),
    reply: z.strictObject({
      /** Null where nobody is there: then the message is an ordinary request. */
      session: ChatSession.nullable(),
      requestId: uuid,
      referenceNumber: z.string(),
      words: z.string(),
    }),
    status: 201,
    errors: [409, 422],
    events: ['chat.started', 'request.created', 'request.replied'],
  }),
  ofRequest: read('GET /requests/:id/chat', {
    may: 'requests.read',
    summary: 'The chat that goes on on this request, or none',
    reply: z.strictObject({ session: ChatSession.nullable() }),
  }),
  get: read('GET /chat/sessions/:id', {
    may: 'requests.read',
    summary: 'One chat, with its place in the queue',
    reply: ChatSession,
  }),
  messages: read('GET /chat/sessions/:id/messages', {
    may: 'requests.read',
    summary: 'What was written on its request, newest page first',
    query: z.strictObject(paging),
    reply: page(Activity),
  }),
  say: command('POST /chat/sessions/:id/messages', {
    may: 'requests.read',
    summary: 'Say something; `isInternal` whispers to the desk alone',
    body: z.strictObject({
      message: text(20_000),
      isInternal: z.boolean().default(false),
      attachmentIds: z.array(uuid).max(20).optional(),
      mentions: z
        .array(z.strictObject({ type: MentionKind, id: uuid }))
        .max(50)
        .optional(),
    }),
    reply: Activity,
    status: 201,
    errors: [409, 422],
    events: ['request.replied', 'request.noted', 'request.moved'],
  }),
  correct: command('PATCH /chat/sessions/:id/messages/:messageId', {
    may: 'requests.read',
    summary: 'Correct an own message within ten minutes',
    body: z.strictObject({ message: text(20_000) }),
    reply: Activity,
    errors: [409, 422],
    events: ['entry.corrected', 'entry.note_corrected'],
  }),
  withdraw: command('DELETE /chat/sessions/:id/messages/:messageId', {
    may: 'requests.read',
    summary: 'Withdraw an own message within ten minutes',
    reply: Activity,
    errors: [409],
    events: ['entry.withdrawn', 'entry.note_withdrawn'],
  }),
  typing: command('POST /chat/sessions/:id/typing', {
    may: 'requests.read',
    summary: 'Say that one is writing; others hear of it at most every three seconds',
    status: 204,
    log: false,
  }),
  read: command('POST /chat/sessions/:id/read', {
    may: 'requests.read',
    summary: 'Remember that the caller has read it up to now',
    status: 204,
    log: false,
  }),
  accept: command('POST /chat/sessions/:id/accept', {
    may: 'requests.work',
    summary: 'Take a chat that waits; its request is mine as well',
    ...session,
    events: ['chat.accepted', 'request.assigned', 'request.moved'],
  }),
  transfer: command('POST /chat/sessions/:id/transfer', {
    may: 'requests.work',
    summary: 'Hand it over to a colleague, or to a team to wait for',
    body: z
      .strictObject({ personId: uuid, teamId: uuid })
      .partial()
      .refine(
        ({ personId, teamId }) => (personId === undefined) !== (teamId === undefined),
        'Say to whom: personId or teamId.',
      ),
    example: { body: { personId: '0197a1c4-52f0-7c3b-9d1e-3f2a6b8c4d5e' } },
    ...session,
    events: ['chat.transferred', 'request.assigned'],
  }),
  invite: command('POST /chat/sessions/:id/participants', {
    may: 'requests.work',
    summary: 'Call a colleague in; whoever is of another desk follows the request from then on',
    body: z.strictObject({ personId: uuid }),
    ...session,
    events: ['chat.invited', 'participant.added'],
  }),
  end: command('POST /chat/sessions/:id/end', {
    may: 'requests.read',
    summary: 'End it; the request goes on',
    body: z.strictObject({ mailTranscript: z.boolean().default(false) }),
    ...session,
    events: ['chat.ended'],
  }),
}

export const chatEvents = {
  'chat.started': event('everyone', '{actor} began a chat on {ref}', z.strictObject({ sessionId: uuid })),
  'chat.accepted': event(
    'everyone',
    '{actor} took the chat on {ref}',
    z.strictObject({ sessionId: uuid, technicianId: uuid }),
  ),
  'chat.transferred': event(
    'everyone',
    '{actor} handed the chat on {ref} over',
    z.strictObject({ sessionId: uuid, technicianId: uuid.nullable(), teamId: uuid.nullable() }),
  ),
  'chat.invited': event(
    'everyone',
    '{actor} called {name} into the chat on {ref}',
    z.strictObject({ sessionId: uuid, personId: uuid, name: z.string() }),
  ),
  'chat.ended': event(
    'everyone',
    '{actor} ended the chat on {ref}',
    z.strictObject({ sessionId: uuid, mailTranscript: z.boolean() }),
  ),
}

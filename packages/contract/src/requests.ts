import * as z from 'zod'
import { ListedRequest, ownFieldsQuery } from './customFields.ts'
import { command, instant, line, list, page, paging, read, text, uuid } from './kit.ts'
import { requestAnswers } from './requestAnswers.ts'
import { RequestMove } from './requestMoves.ts'
import {
  Activity,
  CustomFields,
  DeskCounts,
  Level,
  MentionKind,
  Priority,
  Request,
  RequestRow,
  RequestSort,
  RequestStatus,
  requestFilter,
  Tag,
  Transition,
} from './requestShapes.ts'

export const requestPermissions = {
  'requests.read': 'See the requests they asked for',
  'requests.create': 'Ask for something',
  'requests.read_desk': 'See every request of their desks',
  'requests.read_all': 'See every request of the company that is not confidential',
  'requests.work': 'Take, assign, prioritise and move requests of their desks',
  'requests.note': 'Write and read internal notes',
  'requests.supervise': 'Assign others, reject, close, delete and restore requests of their desks',
} as const

const byId = { errors: [409, 412] as (409 | 412)[] }

export const requests = {
  ...requestAnswers,
  list: read('GET /requests', {
    exports: true,
    may: 'requests.read',
    summary: 'List requests: own ones, those of own desks, all for an admin',
    description:
      'A comma in a filter means "one of". Keyset pages; `sort` takes a field, `-` in front turns it round. `fields` names own fields of the company (`own_…`) whose texts come along.',
    query: z.strictObject({
      ...requestFilter,
      ...ownFieldsQuery,
      sort: RequestSort.default('-createdAt'),
      ...paging,
    }),
    reply: page(ListedRequest),
  }),
  ofPerson: read('GET /users/:id/requests', {
    may: 'requests.work',
    summary: 'What a person asked for, as far as the caller sees it',
    query: z.strictObject({
      state: requestFilter.state,
      sort: RequestSort.default('-createdAt'),
      ...paging,
    }),
    reply: page(RequestRow),
  }),
  counts: read('GET /requests/counts', {
    may: 'requests.work',
    summary: 'The counts of the queue views, capped at 999',
    reply: z.strictObject({
      mine: z.strictObject({ todo: z.int(), waiting: z.int(), snoozed: z.int(), doneToday: z.int() }),
      desks: z.array(DeskCounts),
    }),
  }),
  create: command('POST /requests', {
    may: 'requests.create',
    summary: 'Create a request',
    body: z
      .strictObject({
        serviceDeskId: uuid.optional(),
        serviceDeskCode: line(20).optional(),
        requestTypeId: uuid.optional(),
        /** May be left out where the form makes it of its answers. */
        summary: line(500).optional(),
        description: text(20_000).optional(),
        priority: Priority.optional(),
        impact: Level.optional(),
        urgency: Level.optional(),
        isConfidential: z.boolean().optional(),
        onBehalfOfId: uuid.optional(),
        tags: z.array(Tag).max(20).optional(),
        customFields: CustomFields.optional(),
      })
      .refine((body) => body.serviceDeskId || body.serviceDeskCode || body.requestTypeId, {
        message: 'Say which desk: serviceDeskId or serviceDeskCode.',
        path: ['serviceDeskId'],
      })
      .refine((body) => body.summary !== undefined || body.requestTypeId, {
        message: 'Say in one line what it is about.',
        path: ['summary'],
      }),
    reply: Request,
    status: 201,
    errors: [422],
    events: ['request.created'],
    example: { body: { serviceDeskCode: 'IT', summary: 'VPN drops every 20 minutes' } },
  }),
  get: read('GET /requests/:id', {
    may: 'requests.read',
    summary: 'One request by id or reference number',
    reply: Request,
  }),
  update: command('PUT /requests/:id', {
    may: 'requests.read',
    summary: 'Change fields; another status is treated as a transition',
    description:
      'Whoever reads, changes a field and sends all of it back names the state that is there: beside other fields that is no move, changes nothing and is not refused. A body of a status alone is a move, as those of `/transitions`, macros and bulk transitions are: the state that is there is refused with 409, as every other move that the table does not have.',
    body: z
      .strictObject({
        summary: line(500),
        description: text(20_000).nullable(),
        requestTypeId: uuid.nullable(),
        priority: Priority,
        impact: Level.nullable(),
        urgency: Level.nullable(),
        status: RequestStatus,
        customFields: CustomFields,
        tags: z.array(Tag).max(20),
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Request,
    errors: [409, 412, 422],
    events: ['request.updated', 'request.moved', 'request.prioritised', 'request.tagged', 'request.sealed'],
  }),
  remove: command('DELETE /requests/:id', {
    may: 'requests.supervise',
    summary: 'Put a request into the trash',
    status: 204,
    ...byId,
    events: ['request.deleted'],
  }),
  restore: command('POST /requests/:id/restore', {
    may: 'requests.supervise',
    summary: 'Take a request out of the trash',
    reply: Request,
    ...byId,
    events: ['request.restored'],
  }),
  transitions: read('GET /requests/:id/transitions', {
    may: 'requests.read',
    summary: 'The moves that the caller may make now, with what each requires',
    reply: list(Transition),
  }),
  transition: command('POST /requests/:id/transitions', {
    may: 'requests.read',
    summary: 'Move a request to another state',
    description: 'A field that the move does not use is refused with 422, naming the move that does.',
    body: RequestMove,
    reply: Request,
    errors: [409, 412, 422],
    events: ['request.moved'],
    example: {
      body: { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'The client is up to date now.' },
    },
  }),
  close: command('POST /requests/:id/close', {
    may: 'requests.read',
    summary: 'Close a resolved or rejected request: the requester confirms, or a supervisor closes',
    reply: Request,
    ...byId,
    events: ['request.closed'],
  }),
  reopen: command('POST /requests/:id/reopen', {
    may: 'requests.read',
    summary: 'Reopen a resolved request, or a closed one within the days that the desk gives for it',
    body: z.strictObject({ reason: text(4000).optional() }),
    reply: Request,
    errors: [409, 412, 422],
    events: ['request.moved'],
  }),
  appeal: command('POST /requests/:id/appeal', {
    may: 'requests.read',
    summary: 'The requester contests a rejection, once and within the days that the desk gives for it',
    body: z.strictObject({ reason: text(4000).optional() }),
    reply: Request,
    errors: [409, 412, 422],
    events: ['request.moved'],
  }),
  withdraw: command('POST /requests/:id/withdraw', {
    may: 'requests.read',
    summary: 'The requester takes it back',
    body: z.strictObject({ reason: text(4000).optional() }),
    reply: Request,
    ...byId,
    events: ['request.moved'],
  }),
  assign: command('PUT /requests/:id/assignee', {
    may: 'requests.work',
    summary: 'Assign a person, a team or both; what a colleague has is given on by a supervisor',
    body: z
      .strictObject({ assignedToId: uuid.nullable(), assignedTeamId: uuid.nullable() })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say whom: assignedToId or assignedTeamId.'),
    reply: Request,
    errors: [409, 412, 422],
    events: ['request.assigned'],
  }),
  unassign: command('DELETE /requests/:id/assignee', {
    may: 'requests.work',
    summary: 'Put a request back to the queue',
    reply: Request,
    ...byId,
    events: ['request.assigned'],
  }),
  prioritise: command('PUT /requests/:id/priority', {
    may: 'requests.work',
    summary: 'Set the priority, or impact × urgency from which it follows',
    description:
      'A priority alone is set by hand: impact and urgency are null from then on, because it follows from neither. One of the two takes the other as it was, or as MEDIUM; null takes both back. All three are kept as they are sent.',
    body: z
      .strictObject({ priority: Priority, impact: Level.nullable(), urgency: Level.nullable() })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say the priority, or impact and urgency.'),
    reply: Request,
    ...byId,
    events: ['request.prioritised'],
  }),
  seal: command('PUT /requests/:id/confidentiality', {
    may: 'requests.work',
    summary: 'Make a request confidential or not, and say who may see it',
    body: z.strictObject({
      isConfidential: z.boolean(),
      /** People who may see it beside the requester. */
      personIds: z.array(uuid).max(100).optional(),
      /** Whether the technicians of the desk may; true unless said otherwise. */
      includesDesk: z.boolean().optional(),
    }),
    reply: Request,
    errors: [409, 412, 422],
    events: ['request.sealed'],
  }),
  tag: command('PUT /requests/:id/tags', {
    may: 'requests.work',
    summary: 'Set the tags',
    body: z.strictObject({ tags: z.array(Tag).max(20) }),
    reply: Request,
    ...byId,
    events: ['request.tagged'],
  }),
  activities: read('GET /requests/:id/activities', {
    may: 'requests.read',
    summary: 'The timeline, newest page first, each page in order of time',
    query: z.strictObject({ ...paging, limit: z.coerce.number().int().min(1).max(200).default(100) }),
    reply: page(Activity),
  }),
  comment: command('POST /requests/:id/activities', {
    may: 'requests.read',
    summary: 'Reply to everyone on the request, or write an internal note',
    description: 'A requester who answers a question puts the request back to work.',
    body: z.strictObject({
      activityType: z.literal('COMMENT').default('COMMENT'),
      message: text(20_000),
      isInternal: z.boolean().default(false),
      /** Files uploaded before, to be shown with this entry. */
      attachmentIds: z.array(uuid).max(20).optional(),
      /** Whom the text names with an `@`; they are told. Refused where they may not see it. */
      mentions: z
        .array(z.strictObject({ type: MentionKind, id: uuid }))
        .max(50)
        .optional(),
    }),
    reply: Activity,
    status: 201,
    errors: [409, 412, 422],
    events: ['request.replied', 'request.noted', 'request.moved'],
  }),
  history: read('GET /requests/:id/history', {
    may: 'requests.work',
    summary: 'Every change of its fields, newest first',
    query: z.strictObject(paging),
    reply: page(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        words: z.string(),
        at: instant,
        actorName: z.string().nullable(),
        changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
      }),
    ),
  }),
  markRead: command('PUT /requests/:id/read', {
    may: 'requests.read',
    summary: 'Remember that the caller has seen it up to now',
    status: 204,
    log: false,
  }),
}

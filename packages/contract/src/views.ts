import * as z from 'zod'
import { OwnKey } from './customFields.ts'
import { command, event, line, list, read, uuid } from './kit.ts'
import { longestQuery, parseQuery } from './requestQuery.ts'
import { RequestSort, requestFilter } from './requestShapes.ts'

export const ViewLayout = z.enum(['list', 'table', 'board'])
export type ViewLayout = z.output<typeof ViewLayout>
/** What the rows of a list are put together by, and what the columns of a board are. */
export const ViewGrouping = z.enum(['status', 'assignee', 'priority', 'desk', 'site', 'type'])
export type ViewGrouping = z.output<typeof ViewGrouping>
export const ViewColumn = z.enum([
  'status',
  'reference',
  'summary',
  'requester',
  'department',
  'priority',
  'assignee',
  'team',
  'desk',
  'due',
  'created',
  'updated',
  'tags',
  'waiting',
])
export type ViewColumn = z.output<typeof ViewColumn>
/** Who has it besides its owner. */
export const ViewSharing = z.enum(['ME', 'TEAM', 'DESK', 'COMPANY'])
export const ViewDensity = z.enum(['compact', 'regular', 'roomy'])

/** A line of filters, kept as it is typed; what would never find anything is not worth keeping. */
const Where = z
  .string()
  .max(longestQuery)
  .superRefine((words, { addIssue }) => {
    const { fault, query } = parseQuery(words)
    if (fault) addIssue({ code: 'custom', message: fault.sentence })
    const signs = query?.text.split(' ').find((word) => word !== '' && !/[\p{L}\p{N}]/u.test(word))
    if (signs)
      addIssue({ code: 'custom', message: `Nothing is ever found by “${signs}” alone. Leave it out.` })
  })

const fields = {
  name: line(60),
  sharing: ViewSharing,
  /** The desk that a view is shared with, or whose team has it. */
  serviceDeskId: uuid.nullable(),
  /** The team that a view is shared with. */
  teamId: uuid.nullable(),
  where: Where,
  sort: RequestSort,
  grouping: ViewGrouping.nullable(),
  /** The columns of a table; own fields of the company by their keys. */
  columns: z.array(z.union([ViewColumn, OwnKey])).max(ViewColumn.options.length + 20),
  density: ViewDensity.nullable(),
  layout: ViewLayout,
  /** How many cards a column of the board may hold, by the column's value (`WAITING`, a person's id, `none`). */
  limits: z
    .record(z.string().max(60), z.int().min(1).max(999))
    .refine((all) => Object.keys(all).length <= 100),
}

export const View = z.strictObject({
  id: uuid,
  ...fields,
  ownerId: uuid,
  ownerName: z.string(),
  /** Whether the caller may change or delete it; whoever may not saves a copy. */
  mayChange: z.boolean(),
  version: z.int(),
})
export type View = z.output<typeof View>

/** Where somebody put a view; its key is the id of a saved one, or the name of one that comes with Deskhand. */
export const ViewPlace = z.strictObject({ key: line(60), isPinned: z.boolean() })

export const RequestGroup = z.strictObject({
  /** What a filter takes: a state, a priority, an id, or `none`. */
  value: z.string(),
  label: z.string(),
  count: z.int(),
})

export const views = {
  list: read('GET /views', {
    may: 'requests.work',
    summary: 'The caller’s own views and those shared with them, with the order they gave them',
    reply: z.strictObject({ data: z.array(View), places: z.array(ViewPlace) }),
  }),
  create: command('POST /views', {
    may: 'requests.work',
    summary: 'Save a view; sharing takes a supervisor, with a team whoever is in it',
    body: z.strictObject({
      ...fields,
      sharing: fields.sharing.default('ME'),
      serviceDeskId: fields.serviceDeskId.default(null),
      teamId: fields.teamId.default(null),
      sort: fields.sort.default('slaDueAt'),
      grouping: fields.grouping.default(null),
      columns: fields.columns.default([]),
      density: fields.density.default(null),
      layout: fields.layout.default('list'),
      limits: fields.limits.default({}),
    }),
    reply: View,
    status: 201,
    errors: [409, 422],
    events: ['view.saved', 'view.shared'],
    example: { body: { name: 'VPN this week', where: 'tag:vpn created:<7d is:open' } },
  }),
  update: command('PATCH /views/:id', {
    may: 'requests.work',
    summary: 'Change a view',
    body: z
      .strictObject(fields)
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: View,
    errors: [409, 412, 422],
    events: ['view.saved', 'view.shared'],
  }),
  remove: command('DELETE /views/:id', {
    may: 'requests.work',
    summary: 'Delete a view; the requests in it stay',
    status: 204,
    errors: [412],
    events: ['view.deleted', 'view.shared'],
  }),
  counts: read('GET /views/counts', {
    may: 'requests.work',
    summary: 'How many requests each of the caller’s views holds, capped at 1000',
    reply: list(z.strictObject({ id: uuid, count: z.int() })),
  }),
  arrange: command('PUT /views/places', {
    may: 'requests.work',
    summary: 'Put one’s views in order and pin them',
    body: z.strictObject({ places: z.array(ViewPlace).max(200) }),
    status: 204,
    log: false,
  }),
  groups: read('GET /requests/groups', {
    may: 'requests.work',
    summary: 'The groups that a list of requests falls into, in order, with their counts',
    query: z.strictObject({ ...requestFilter, by: ViewGrouping }),
    reply: list(RequestGroup),
  }),
}

const named = z.strictObject({ name: z.string() })
export const viewEvents = {
  // Nobody else’s business, the name included.
  'view.saved': event('person', '{actor} saved a view', z.strictObject({})),
  'view.deleted': event('person', '{actor} deleted a view', z.strictObject({})),
  'view.shared': event('staff', '{actor} changed the shared view {ref}', named),
}

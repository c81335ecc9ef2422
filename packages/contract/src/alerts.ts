import * as z from 'zod'
import { AlertKind, AlertSeverity, AlertState } from './alertStates.ts'
import { command, event, instant, line, list, oneOf, page, paging, read, text, uuid } from './kit.ts'

/** Something that holds now and needs somebody to look. */
export const Alert = z.strictObject({
  id: uuid,
  kind: AlertKind,
  severity: AlertSeverity,
  state: AlertState,
  /** "The warranty of LT-00231 ends on 5 January 2027" */
  title: z.string(),
  subject: z.strictObject({ type: z.string(), id: uuid, ref: z.string() }),
  /** Of the desk that keeps it and looks after this; null where any technician may. */
  deskId: uuid.nullable(),
  /** What the source found, in the words of the source. */
  facts: z.record(z.string(), z.unknown()),
  /** The day that it is about. */
  day: z.string(),
  openedAt: instant,
  acknowledgedAt: instant.nullable(),
  acknowledgedByName: z.string().nullable(),
  snoozedUntil: instant.nullable(),
  resolvedAt: instant.nullable(),
  /** Null where it was over by itself. */
  resolvedByName: z.string().nullable(),
  /** Whether what it says still holds, whatever was done about it. */
  holds: z.boolean(),
  /** The request that was made of it, where the reader sees it. */
  request: z.strictObject({ id: uuid, referenceNumber: z.string() }).nullable(),
  updatedAt: instant,
  version: z.int(),
})
export type Alert = z.output<typeof Alert>

const days = z.int().min(0).max(1000)

/** When Deskhand speaks up about a kind; without an `id` it is as Deskhand came. */
export const AlertRule = z.strictObject({
  id: uuid.nullable(),
  kind: AlertKind,
  label: z.string(),
  /** "Days before the warranty ends"; null where the kind has no such number. */
  measure: z.string().nullable(),
  days: days.nullable(),
  isActive: z.boolean(),
  /** As it would be without a rule. */
  usualDays: days.nullable(),
  version: z.int(),
})
export type AlertRule = z.output<typeof AlertRule>

const may = 'assets.read'
const on = { may: 'assets.work', reply: Alert } as const

export const alerts = {
  list: read('GET /alerts', {
    exports: true,
    may,
    summary: 'Alerts of the kinds that the caller may see, the earliest day first',
    description: 'Without `state`, those that stand: open, acknowledged and snoozed.',
    query: z.strictObject({
      state: oneOf(AlertState).optional(),
      kind: oneOf(AlertKind).optional(),
      severity: oneOf(AlertSeverity).optional(),
      /** About this thing, licence …, by its id. */
      subjectId: uuid.optional(),
      ...paging,
    }),
    reply: page(Alert),
  }),
  counts: read('GET /alerts/counts', {
    may,
    summary: 'How many stand of each kind, and how many nobody has looked at',
    reply: z.strictObject({
      open: z.int(),
      kinds: z.array(
        z.strictObject({ kind: AlertKind, label: z.string(), open: z.int(), standing: z.int() }),
      ),
    }),
  }),
  get: read('GET /alerts/:id', { may, summary: 'One alert', reply: Alert }),
  acknowledge: command('POST /alerts/:id/acknowledge', {
    ...on,
    summary: 'Say that one looks after it',
    errors: [409, 412],
    events: ['alert.acknowledged'],
  }),
  snooze: command('POST /alerts/:id/snooze', {
    ...on,
    summary: 'Take it out of sight until a time; then it is open again',
    body: z.strictObject({ until: instant }),
    errors: [409, 412, 422],
    events: ['alert.snoozed'],
    example: { body: { until: '2027-01-11T08:00:00Z' } },
  }),
  resolve: command('POST /alerts/:id/resolve', {
    ...on,
    summary: 'Say that it is settled; the same case does not open again while it holds',
    errors: [409, 412],
    events: ['alert.resolved'],
  }),
  reopen: command('POST /alerts/:id/reopen', {
    ...on,
    summary: 'Take back what was said of it, while what it says holds',
    body: z.strictObject({ to: z.enum(['OPEN', 'ACKNOWLEDGED']).default('OPEN') }),
    errors: [409, 412],
    events: ['alert.reopened'],
  }),
  makeRequest: command('POST /alerts/:id/requests', {
    ...on,
    summary: 'Make a request of it, about the same thing, and look after it there',
    description: 'Without `deskCode`, at the desk that looks after its subject. One request for each alert.',
    body: z.strictObject({
      summary: line(200).optional(),
      description: text(10_000).optional(),
      deskCode: line(40).optional(),
    }),
    status: 201,
    errors: [409, 412, 422],
    events: ['request.created', 'alert.request_made'],
    example: { body: { summary: 'Order a successor for LT-00231' } },
  }),
  rules: read('GET /management/alert-rules', {
    may: 'assets.manage',
    summary: 'When Deskhand speaks up about each kind',
    reply: list(AlertRule),
  }),
  addRule: command('POST /management/alert-rules', {
    may: 'assets.manage',
    summary: 'Say when Deskhand speaks up about a kind; it looks at once',
    body: z.strictObject({ kind: AlertKind, days: days.optional(), isActive: z.boolean().default(true) }),
    reply: AlertRule,
    status: 201,
    errors: [409, 422],
    events: ['alert_rule.created'],
    example: { body: { kind: 'warranty_ends', days: 60 } },
  }),
  changeRule: command('PATCH /management/alert-rules/:id', {
    may: 'assets.manage',
    summary: 'Change when Deskhand speaks up about a kind; it looks at once',
    body: z
      .strictObject({ days, isActive: z.boolean() })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: AlertRule,
    errors: [409, 412, 422],
    events: ['alert_rule.updated'],
    example: { body: { days: 45 } },
  }),
  removeRule: command('DELETE /management/alert-rules/:id', {
    may: 'assets.manage',
    summary: 'Go back to how Deskhand came',
    status: 204,
    errors: [412],
    events: ['alert_rule.deleted'],
  }),
}

const ofKind = z.strictObject({ kind: AlertKind })
const how = z.strictObject({ kind: AlertKind, days: days.nullable(), isActive: z.boolean() })
const found = z.strictObject({
  kind: AlertKind,
  count: z.int(),
  /** The first few of them. */
  refs: z.array(z.string()),
  /** Whose desks look after them; empty where it is the whole company's. */
  deskIds: z.array(uuid),
})

export const alertEvents = {
  /** One line for all that a look found of a kind; each alert has its own row. */
  'alerts.opened': event('staff', 'Deskhand found something to look at: {ref}', found),
  'alerts.ended': event('staff', 'What Deskhand had found is over: {ref}', found),
  'alert.acknowledged': event('staff', '{actor} looks after an alert on {ref}', ofKind),
  'alert.snoozed': event('staff', '{actor} snoozed an alert on {ref}', ofKind.extend({ until: instant })),
  'alert.resolved': event('staff', '{actor} settled an alert on {ref}', ofKind),
  'alert.reopened': event('staff', '{actor} opened an alert on {ref} again', ofKind),
  'alert.woke': event('staff', 'An alert on {ref} is back', ofKind),
  'alert.request_made': event(
    'staff',
    '{actor} made a request of an alert on {ref}',
    ofKind.extend({ requestId: uuid }),
  ),
  'alert_rule.created': event('staff', '{actor} said when Deskhand speaks up: {ref}', how),
  'alert_rule.updated': event('staff', '{actor} changed when Deskhand speaks up: {ref}', how),
  'alert_rule.deleted': event('staff', '{actor} went back to the usual: {ref}', ofKind),
}

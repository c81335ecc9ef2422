import * as z from 'zod'
import { command, event, instant, page, paging, read, uuid } from './kit.ts'

/** What one can be told about, each by inbox and by mail. */
export const notificationKinds = {
  request_received: 'Your request arrived',
  request_replied: 'Somebody replied',
  request_assigned: 'A request or a task was given to you, or a task is due',
  request_moved: 'A request changed its state',
  request_new: 'A new request on your desk',
  request_mentioned: 'Somebody mentioned you',
  request_escalated: 'A promise is at risk or late',
  request_noted: 'A colleague wrote a note on your request in hand',
  approval_asked: 'Something waits for your approval',
  approval_reminded: 'Something still waits for your approval',
  approval_decided: 'Somebody approved or declined your request',
  approval_voided: 'What you had a say in has changed',
  approval_stuck: 'Nobody could be asked to approve something',
  correction_proposed: 'A correction waits for your yes or no',
  incident_updated: 'News about a major incident that you have too',
  rule_told: 'A rule wants you to know of something',
  rule_failed: 'A rule could not be carried out',
  plan_stopped: 'A plan of recurring requests was paused',
  webhook_stopped: 'A webhook was switched off',
  alerts_opened: 'Something needs a look: warranties, loans, stock',
  stock_drifted: 'A count of stock is not what its movements say',
  loan_moved: 'What you borrow is confirmed, ready, late or not yours any more',
  loan_asked: 'Somebody asks your desk to borrow something, or does not bring it back',
  thing_missing: 'A thing of the company was lost or stolen',
  thing_found: 'Somebody found a thing that your desk keeps',
  thing_asked: 'Somebody asks whether you have a thing',
} as const

export const NotificationKind = z.enum(
  // Object.keys loses the key type; the object's keys are exactly these.
  Object.keys(notificationKinds) as (keyof typeof notificationKinds)[],
)

export const Notification = z.strictObject({
  id: uuid,
  kind: NotificationKind,
  /** The sentence, made when it is read: "Ana Ruiz replied on IT-4921". */
  title: z.string(),
  body: z.string().nullable(),
  /** Why it came: "You asked for it". */
  because: z.string(),
  requestId: uuid.nullable(),
  referenceNumber: z.string().nullable(),
  /** Of the thing that it is about, where it is about one. */
  assetTag: z.string().nullable(),
  summary: z.string().nullable(),
  readAt: instant.nullable(),
  createdAt: instant,
})

const channels = z.strictObject({ inApp: z.boolean(), email: z.boolean() })
export const NotificationPreferences = z.strictObject({
  kinds: z.strictObject({
    request_received: channels,
    request_replied: channels,
    request_assigned: channels,
    request_moved: channels,
    request_new: channels,
    request_mentioned: channels,
    request_escalated: channels,
    request_noted: channels,
    approval_asked: channels,
    approval_reminded: channels,
    approval_decided: channels,
    approval_voided: channels,
    approval_stuck: channels,
    correction_proposed: channels,
    incident_updated: channels,
    rule_told: channels,
    rule_failed: channels,
    plan_stopped: channels,
    webhook_stopped: channels,
    alerts_opened: channels,
    stock_drifted: channels,
    loan_moved: channels,
    loan_asked: channels,
    thing_missing: channels,
    thing_found: channels,
    thing_asked: channels,
  }),
})

/** As they are kept: what `version` says goes back in `If-Match`. */
const KeptPreferences = NotificationPreferences.extend({ version: z.string() })

export const notifications = {
  list: read('GET /notifications', {
    may: 'signed-in',
    summary: 'My notifications, newest first',
    query: z.strictObject({ unread: z.stringbool().optional(), ...paging }),
    reply: page(Notification),
  }),
  unreadCount: read('GET /notifications/unread-count', {
    may: 'signed-in',
    summary: 'The badge',
    reply: z.strictObject({ count: z.int() }),
  }),
  markRead: command('PUT /notifications/:id/read', {
    may: 'signed-in',
    summary: 'Mark one as read',
    reply: Notification,
    log: false,
  }),
  markUnread: command('DELETE /notifications/:id/read', {
    may: 'signed-in',
    summary: 'Mark one as unread again',
    reply: Notification,
    log: false,
  }),
  remove: command('DELETE /notifications/:id', {
    may: 'signed-in',
    summary: 'Take one out of my inbox for good',
    status: 204,
    log: false,
  }),
  markAllRead: command('PUT /notifications/read-all', {
    may: 'signed-in',
    summary: 'Mark all as read',
    reply: z.strictObject({ count: z.int() }),
    log: false,
  }),
  preferences: read('GET /notifications/preferences', {
    may: 'signed-in',
    summary: 'What I am told about and how',
    reply: KeptPreferences,
  }),
  setPreferences: command('PUT /notifications/preferences', {
    may: 'signed-in',
    summary: 'Set what I am told about and how',
    body: NotificationPreferences,
    reply: KeptPreferences,
    errors: [412],
    log: false,
  }),
  unsubscribePage: read('GET /notifications/unsubscribe/:token', {
    may: 'anyone',
    summary: 'Leads whoever opens the link by hand to a page with a button; changes nothing',
  }),
  unsubscribe: command('POST /notifications/unsubscribe/:token', {
    may: 'anyone',
    summary: 'Take no more mails of this kind, by the link in the header of one (RFC 8058)',
    rate: 'mail',
    form: true,
    reply: z.strictObject({ kind: NotificationKind, label: z.string() }),
    log: false,
  }),
}

export const notificationEvents = {
  'notification.created': event(
    'person',
    'A notification for {subject}',
    z.strictObject({ kind: NotificationKind }),
  ),
}

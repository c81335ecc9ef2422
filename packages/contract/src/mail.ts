import * as z from 'zod'
import { command, email, event, instant, line, page, paging, read, uuid } from './kit.ts'

export const mailPermissions = {
  'mail.setup': 'Say where mail goes out',
} as const

export const MailKind = z.enum([
  'magic_link',
  'invitation',
  'password_reset',
  'password_changed',
  'password_guessed',
  'request_received',
  'request_replied',
  'request_assigned',
  'request_moved',
  'request_new',
  'request_mentioned',
  'participant_replied',
  'transcript',
  'incident_updated',
  'approval_asked',
  'approval_reminded',
  'approval_decided',
  'approval_voided',
  'approval_stuck',
  'correction_proposed',
  'request_escalated',
  'acceptance_asked',
  'acceptance_reminded',
  'return_receipt',
])

export const Mail = z.strictObject({
  id: uuid,
  kind: MailKind,
  to: z.string(),
  subject: z.string(),
  messageId: z.string(),
  state: z.enum(['WAITING', 'SENT', 'KEPT', 'FAILED']),
  attempts: z.int(),
  error: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
})

export const mail = {
  mailbox: read('GET /demo/mailbox', {
    may: 'anyone',
    summary: 'The demo world’s mailbox: every mail that would have been sent; 404 elsewhere',
    query: z.strictObject({ to: z.string().max(254).optional(), ...paging }),
    reply: page(Mail.extend({ text: z.string(), html: z.string() })),
  }),
  outbound: read('GET /management/outbound-mails', {
    may: 'company.manage',
    summary: 'What was mailed and what could not be',
    query: z.strictObject({ state: z.enum(['WAITING', 'SENT', 'KEPT', 'FAILED']).optional(), ...paging }),
    reply: page(Mail),
  }),
  retry: command('POST /management/outbound-mails/:id/retry', {
    may: 'company.manage',
    summary: 'Try a mail again that failed or was only kept, under the same Message-ID',
    status: 202,
    errors: [409],
    events: ['mail.queued'],
  }),
  test: command('POST /setting/mail/test', {
    may: 'anyone',
    summary: 'During the first-run set-up: send a test mail through a mail server',
    rate: 'mail',
    body: z.strictObject({
      setUpToken: z.string().min(16).max(200),
      smtpUrl: line(500),
      from: email,
      to: email,
    }),
    status: 204,
    errors: [422, 502],
    log: false,
  }),
}

export const mailEvents = {
  /** A mail waits to be sent; the worker does it. Links and codes are not in here. */
  'mail.queued': event('nobody', '{actor} caused a mail', z.strictObject({ kind: MailKind })),
}

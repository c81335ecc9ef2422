import * as z from 'zod'
import { Attachment } from './files.ts'
import { command, instant, line, read, text, uuid } from './kit.ts'
import { CustomFields, RequestStatus } from './requestShapes.ts'

/** What somebody types who has the code: in capitals or not, with or without the dashes. */
const code = z
  .string()
  .max(60)
  .transform((typed) => typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))

/** A report as whoever wrote it reads it, by its code alone. */
export const AnonymousReport = z.strictObject({
  referenceNumber: z.string(),
  deskName: z.string(),
  summary: z.string(),
  description: z.string().nullable(),
  status: RequestStatus,
  /** What the company says of that state, where it has words of its own. */
  stateWord: z.string().nullable(),
  /** What the desk wants to know before it goes on. */
  question: z.string().nullable(),
  isClosed: z.boolean(),
  createdAt: instant,
  /** In order of time. */
  entries: z.array(
    z.strictObject({
      id: uuid,
      isMine: z.boolean(),
      authorName: z.string(),
      /** Empty where somebody sent a file alone. */
      message: z.string(),
      files: z.array(Attachment.pick({ id: true, fileName: true, fileSize: true })),
      at: instant,
    }),
  ),
  /** Why nothing can be written any more, or null. */
  refusal: z.string().nullable(),
})
export type AnonymousReport = z.output<typeof AnonymousReport>

export const anonymousReports = {
  pass: read('GET /hr/issue-reports/anonymous-pass', {
    may: 'requests.create',
    summary: 'What an anonymous report is sent with: says of which company one is, and nothing else',
    description: 'The same for everybody who asks in the same hour, so that it cannot tell one from another.',
    reply: z.strictObject({ pass: z.string(), deskName: z.string(), about: z.string().nullable() }),
  }),
  create: command('POST /hr/issue-reports/anonymous', {
    may: 'anyone',
    forgets: true,
    rate: 'mail',
    summary: 'Report something to HR without a name; answers the code by which one reads and answers later',
    description:
      'Send it without a session: one that is sent along is not looked at. Who sends it, and from where, is not stored. The code is told once and cannot be told again.',
    body: z.strictObject({
      pass: z.string().max(200),
      summary: line(500),
      description: text(20_000).optional(),
      customFields: CustomFields.optional(),
    }),
    reply: z.strictObject({ referenceNumber: z.string(), code: z.string() }),
    status: 201,
    errors: [409, 410, 422],
    events: ['request.created'],
  }),
  open: command('POST /hr/issue-reports/anonymous-mailbox', {
    may: 'anyone',
    forgets: true,
    rate: 'mail',
    summary: 'Open an anonymous report by its code',
    body: z.strictObject({ code }),
    reply: AnonymousReport,
    log: false,
  }),
  answer: command('POST /hr/issue-reports/anonymous-mailbox/replies', {
    may: 'anyone',
    forgets: true,
    rate: 'mail',
    summary: 'Write to the desk about an anonymous report, by its code',
    body: z.strictObject({ code, message: text(20_000) }),
    reply: AnonymousReport,
    status: 201,
    errors: [409, 422],
    events: ['request.replied', 'request.moved'],
  }),
  attach: command('POST /hr/issue-reports/anonymous-mailbox/attachments', {
    may: 'anyone',
    forgets: true,
    rate: 'upload',
    upload: true,
    summary:
      'Add a file to an anonymous report: multipart, one part named `file`, the code in `X-Report-Code`',
    description:
      'The code goes into a header, because addresses lie in logs. Limits are those of every file. Its name is not kept. Pictures (JPEG, PNG, WebP, GIF) are written anew without metadata, others are refused; documents, sounds and films stay as they are, with whatever they say of their author.',
    reply: AnonymousReport,
    status: 201,
    errors: [409, 413, 415, 422],
    events: ['request.file_added'],
  }),
  fetch: command('POST /hr/issue-reports/anonymous-mailbox/attachments/:id', {
    may: 'anyone',
    forgets: true,
    download: ['*/*'],
    log: false,
    summary: 'Download a file of an anonymous report, by its code',
    body: z.strictObject({ code }),
  }),
}

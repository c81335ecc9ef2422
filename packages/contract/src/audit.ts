import * as z from 'zod'
import { event, instant, line, oneOf, page, paging, read, uuid } from './kit.ts'

export const auditPermissions = {
  'audit.read': 'Read the audit log',
} as const

export const AuditEntry = z.strictObject({
  id: z.string(),
  at: instant,
  name: z.string(),
  words: z.string(),
  actorId: uuid.nullable(),
  actorName: z.string().nullable(),
  actorKind: z.enum(['person', 'system', 'platform']),
  subjectType: z.string(),
  subjectId: uuid.nullable(),
  subjectRef: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
  /** `{field: [before, after]}` */
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  /** The names of the people, teams and kinds of requests whose ids stand in data and changes. */
  names: z.record(z.string(), z.string()),
  ip: z.string().nullable(),
  /** The id of the HTTP request, as problems call it `instance`. */
  requestId: z.string().nullable(),
  causedById: z.string().nullable(),
})

export const audit = {
  list: read('GET /audit-logs', {
    exports: true,
    may: 'audit.read',
    summary: 'Who did what, newest first; of confidential records nothing',
    description:
      'All that was done. Mails and notifications are consequences, not deeds: they are listed only when `name` asks for them. Sign-ins are deeds and listed, unless `signIns=false` leaves them out, as the page of the log does until it is asked for them.',
    query: z.strictObject({
      actorId: uuid.optional(),
      subjectId: uuid.optional(),
      subjectRef: line(40).optional(),
      subjectType: oneOf(z.string().max(40)).optional(),
      name: oneOf(z.string().max(60)).optional(),
      from: instant.optional(),
      until: instant.optional(),
      signIns: z
        .stringbool()
        .describe(
          '`false` leaves out that people signed in, proved who they are, and signed out, unless `name` or `subjectType=session` asks for it.',
        )
        .optional(),
      ...paging,
    }),
    reply: page(AuditEntry),
  }),
  get: read('GET /audit-logs/:id', {
    may: 'audit.read',
    summary: 'One entry with its differences',
    reply: AuditEntry,
  }),
}

export const auditEvents = {
  /** Whoever takes a list out of the house leaves this line, before the first row goes. */
  'list.exported': event(
    'nobody',
    '{actor} exported {ref}',
    z.strictObject({
      /** Its filters. */
      query: z.record(z.string(), z.unknown()),
    }),
  ),
}

import * as z from 'zod'
import { SlaRing } from './clocks.ts'
import { ShownAnswer } from './formAnswers.ts'
import { AnswerValue } from './formShapes.ts'
import { instant, line, oneOf, uuid } from './kit.ts'
import { PersonRef } from './personRef.ts'
import { longestQuery, parseQuery } from './requestQuery.ts'
import { requestStates } from './requestStates.ts'

export { PersonRef }

export const RequestStatus = z.enum(requestStates.states)
export type RequestStatus = z.output<typeof RequestStatus>
export const Priority = z.enum(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'])
export type Priority = z.output<typeof Priority>
/** What Deskhand calls them, until a company has names of its own. */
export const usualPriorityNames: Record<Priority, string> = {
  CRITICAL: 'Critical',
  HIGH: 'High',
  MEDIUM: 'Medium',
  LOW: 'Low',
}
/** A name inside a sentence: the usual ones in small letters, the company's own as it wrote them. */
export const priorityInSentence = (name: string): string =>
  Object.values(usualPriorityNames).includes(name) ? name.toLowerCase() : name
export const Level = z.enum(['LOW', 'MEDIUM', 'HIGH'])
export type Level = z.output<typeof Level>
export const WaitReason = z.enum(['VENDOR', 'PART', 'DELIVERY', 'CHANGE', 'APPOINTMENT', 'DATE', 'OTHER'])
export const ActivityType = z.enum([
  'COMMENT',
  'STATUS_CHANGE',
  'ASSIGNMENT',
  'ATTACHMENT',
  'SYSTEM',
  'APPROVAL',
  'REJECTION',
])

/** What wakes a request: a time, the requester's answer, or the end of another one; whichever comes first. */
export const Snooze = z.strictObject({
  untilAt: instant.nullable(),
  untilReply: z.boolean(),
  /** The reference number of the request whose end is waited for. */
  untilRequest: z.string().nullable(),
  byName: z.string(),
  at: instant,
})
export const WokeBecause = z.enum(['TIME', 'REPLY', 'REQUEST', 'PERSON'])

/** The columns of the queue and of every list. */
export const RequestRow = z.strictObject({
  id: uuid,
  referenceNumber: z.string(),
  serviceDeskId: uuid,
  deskCode: z.string(),
  requestTypeId: uuid.nullable(),
  requesterId: uuid,
  requester: PersonRef,
  /** Said to who works on it; false for all others. */
  requesterIsVip: z.boolean(),
  summary: z.string(),
  priority: Priority,
  status: RequestStatus,
  /** What the company says of that state to whoever asked, where it has words of its own. */
  stateWord: z.string().nullable(),
  assignedToId: uuid.nullable(),
  assignee: PersonRef.nullable(),
  /** The name of the team, as in the fourth seed; its id is `assignedTeamId`. */
  assignedTeam: z.string().nullable(),
  assignedTeamId: uuid.nullable(),
  isConfidential: z.boolean(),
  tags: z.array(z.string()),
  waitReason: WaitReason.nullable(),
  waitUntil: instant.nullable(),
  /** The reference number of the request whose end is waited for. */
  waitFor: z.string().nullable(),
  /** When the promise that breaks next is due; null where none runs. */
  slaDueAt: instant.nullable(),
  sla: SlaRing.nullable(),
  firstResponseAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  /** Tells a withdrawn request from a solved one. */
  resolutionCode: z.string().nullable(),
  closedAt: instant.nullable(),
  createdAt: instant,
  createdById: uuid,
  updatedAt: instant,
  updatedById: uuid.nullable(),
  deletedAt: instant.nullable(),
  version: z.int(),
  /** The last line of conversation that the reader may see, shortened; for whoever asked, the last of somebody else. */
  snippet: z.string().nullable(),
  /** Who has to approve it now, and since when: "With Jorge Vidal since Monday." */
  awaits: z.array(z.strictObject({ name: z.string(), since: instant })),
  /** Something the reader may see happened since they last opened it. */
  isUnread: z.boolean(),
  /** Until when it sleeps, for who works on it; null while it is awake. */
  snooze: Snooze.nullable(),
  /** The names of what must be done before it can be resolved; said to who works on it. */
  openTasks: z.array(z.string()),
  /** Why it came back, until somebody touches it. */
  woke: z.strictObject({ at: instant, because: WokeBecause, untilRequest: z.string().nullable() }).nullable(),
})

/** What this person may do with this record now; the server's own answer, for greyed buttons. */
export const Can = z.enum([
  'update',
  'comment',
  'note',
  'take',
  'assign',
  'prioritise',
  'tag',
  'seal',
  'attach',
  'withdraw',
  'confirm',
  'close',
  'reopen',
  'appeal',
  'delete',
  'restore',
])

/** One request, whole. */
export const Request = RequestRow.extend({
  isAnonymous: z.boolean(),
  requesterEmail: z.string(),
  requesterPhone: z.string().nullable(),
  description: z.string().nullable(),
  impact: Level.nullable(),
  urgency: Level.nullable(),
  /** Answers by field, and the company's own fields (`own_…`) that the reader sees; encrypted ones are left out, see `answers`. */
  customFields: z.record(z.string(), z.unknown()),
  /** The version of the form that it was asked with, and keeps. */
  formVersionId: uuid.nullable(),
  /** The answers as that version words them, in its order. */
  answers: z.array(ShownAnswer),
  deskName: z.string(),
  requestTypeName: z.string().nullable(),
  /** What it is to Deskhand itself: a `RequestKind`, where a department's own route makes it. */
  requestKind: z.string().nullable(),
  categoryName: z.string().nullable(),
  createdBy: PersonRef,
  reviewKind: z.enum(['TRIAGE', 'APPROVAL']).nullable(),
  question: z.string().nullable(),
  rejectionReason: z.string().nullable(),
  resolutionText: z.string().nullable(),
  reopenCount: z.int(),
  /** Until when a closed request can be reopened, and a rejection contested; null where it cannot. */
  reopenUntil: instant.nullable(),
  appealUntil: instant.nullable(),
  /** Who may see it beside the requester; null where it is not confidential. */
  access: z.strictObject({ includesDesk: z.boolean(), people: z.array(PersonRef) }).nullable(),
  /** It was merged into another as a duplicate; into which, where the reader may see that. */
  isMerged: z.boolean(),
  mergedInto: z.strictObject({ id: uuid, referenceNumber: z.string() }).nullable(),
  /** The duplicates that were merged into it, as far as the reader may see them. */
  mergedFrom: z.array(
    z.strictObject({ id: uuid, referenceNumber: z.string(), requesterId: uuid, requesterName: z.string() }),
  ),
  /** Up to when the reader has seen it; null when they never opened it. */
  readAt: instant.nullable(),
  can: z.array(Can),
})

export const Activity = z.strictObject({
  id: uuid,
  /** The merged request that it was written to, where that is not the one that is read. */
  fromReference: z.string().nullable(),
  activityType: ActivityType,
  message: z.string(),
  isInternal: z.boolean(),
  isSystemGenerated: z.boolean(),
  authorId: uuid.nullable(),
  authorName: z.string(),
  authorRole: z.string().nullable(),
  createdAt: instant,
  /** When its author last corrected it. */
  editedAt: instant.nullable(),
  /** It was there and was withdrawn; its text and files are gone. */
  withdrawnAt: instant.nullable(),
  /** Besides what kinds of entries have of their own: `mentions`, whom it names with an `@`. */
  metadata: z.record(z.string(), z.unknown()),
  attachments: z.array(
    z.strictObject({
      id: uuid,
      /** Under which request it can be had. */
      requestId: uuid,
      fileName: z.string(),
      fileSize: z.int(),
      mimeType: z.string(),
      hasPreview: z.boolean(),
    }),
  ),
})

export const MentionKind = z.enum(['person', 'team'])
/** Somebody whom a text names with an `@`, by the name that stands there. */
export const Mention = z.strictObject({ type: MentionKind, id: uuid, name: line(200) })
export type Mention = z.output<typeof Mention>
export const MentionTarget = Mention.extend({ about: z.string().nullable() })

export const Transition = z.strictObject({
  to: RequestStatus,
  requires: z.array(z.enum(['reason', 'question', 'waitReason', 'resolutionCode', 'resolutionText'])),
  word: z.string(),
})

/** The counts of a desk's views, capped at 999. */
export const DeskCounts = z.strictObject({
  serviceDeskId: uuid,
  code: z.string(),
  name: z.string(),
  open: z.int(),
  unassigned: z.int(),
  dueToday: z.int(),
  atRisk: z.int(),
  overdue: z.int(),
  withRequester: z.int(),
  waiting: z.int(),
  snoozed: z.int(),
  confidential: z.int(),
})

/** Tags are lower case, so that `VPN` and `vpn` are one. */
export const Tag = line(40).transform((word) => word.toLowerCase())
/** Answers to a form's own fields, by name; for a kind without a form, whatever one wants to note. */
export const CustomFields = z
  .record(line(60), AnswerValue)
  .refine((fields) => Object.keys(fields).length <= 200, 'At most 200 fields.')

export const RequestSort = z.enum([
  'slaDueAt',
  '-slaDueAt',
  'createdAt',
  '-createdAt',
  'updatedAt',
  '-updatedAt',
  'priority',
  '-priority',
])
export type RequestSort = z.output<typeof RequestSort>

const names = oneOf(z.string().max(100))

export const requestFilter = {
  status: oneOf(RequestStatus).optional(),
  /** `open`, `solved` (resolved or rejected, not yet closed), `closed`. */
  state: oneOf(z.enum(['open', 'solved', 'closed'])).optional(),
  /** Desk codes. */
  desk: oneOf(z.string().max(20)).optional(),
  serviceDeskId: uuid.optional(),
  /** People's ids, `me` or `none`. */
  assignee: oneOf(z.union([uuid, z.literal('me'), z.literal('none')])).optional(),
  requester: oneOf(z.union([uuid, z.literal('me')])).optional(),
  priority: oneOf(Priority).optional(),
  requestTypeId: uuid.optional(),
  categoryId: uuid.optional(),
  teamId: oneOf(z.union([uuid, z.literal('none')])).optional(),
  tag: oneOf(z.string().max(40)).optional(),
  isConfidential: z.stringbool().optional(),
  isUnread: z.stringbool().optional(),
  dueAfter: instant.optional(),
  dueBefore: instant.optional(),
  /** The promise that breaks next has used its share (75 % unless the policy says otherwise) and is not late yet. */
  isAtRisk: z.stringbool().optional(),
  createdAfter: instant.optional(),
  createdBefore: instant.optional(),
  resolvedAfter: instant.optional(),
  updatedAfter: instant.optional(),
  /** The trash of a supervisor. */
  deleted: z.stringbool().optional(),
  q: line(200).optional(),
  /** A line of filters, such as `status:waiting due:<4h -tag:vip`; see the guide on finding requests. */
  where: z
    .string()
    .max(longestQuery)
    .superRefine((words, { addIssue }) => {
      const { fault } = parseQuery(words)
      if (fault) addIssue({ code: 'custom', message: fault.sentence })
    })
    .optional(),
  /** Names or ids of sites, regions and business units. */
  site: names.optional(),
  region: names.optional(),
  unit: names.optional(),
  /** Departments of the requester. */
  department: names.optional(),
  updatedBefore: instant.optional(),
  resolvedBefore: instant.optional(),
  /** True for what sleeps, false for what is awake. */
  isSnoozed: z.stringbool().optional(),
}

export type RequestRow = z.output<typeof RequestRow>
export type Request = z.output<typeof Request>
export type Activity = z.output<typeof Activity>
export type Can = z.output<typeof Can>
export type WaitReason = z.output<typeof WaitReason>

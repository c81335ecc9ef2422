import * as z from 'zod'
import { ApprovalStatus } from './approvalShapes.ts'
import { departmentExamples, departmentFacts, departmentFields } from './departmentFields.ts'
import type { RequestKind } from './deskShapes.ts'
import { AnswerValue } from './formShapes.ts'
import { journeyFields } from './journeys.ts'
import { command, day, event, instant, line, oneOf, page, paging, read, text, uuid } from './kit.ts'
import { LeaveWarnings, LeaveYear } from './leaveShapes.ts'
import { Money } from './money.ts'
import { PersonRef, Priority, RequestStatus } from './requestShapes.ts'
import { RequisitionState } from './requisitionStates.ts'

/** What every department's request tells beside its own fields: it is a request, seen with typed answers. */
const base = {
  /** The request's own id; `requestId` says the same under the name that others rely on. */
  id: uuid,
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  description: z.string().nullable(),
  status: RequestStatus,
  priority: Priority,
  isConfidential: z.boolean(),
  deskCode: z.string(),
  requesterId: uuid,
  requester: PersonRef,
  assignedToId: uuid.nullable(),
  /** How the last round of asking stands; null where nobody had to be asked. */
  approvalStatus: ApprovalStatus.nullable(),
  /** Answers that are kept encrypted: null here, and shown by `POST /requests/:id/answers/reveal`. */
  encryptedFields: z.array(z.string()),
  /** What the company's form asks beyond the fields that are named here. */
  customFields: z.record(z.string(), AnswerValue),
  createdAt: instant,
  updatedAt: instant,
  resolvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  version: z.int(),
}

type Shape = Record<string, z.ZodType>
type Bare<Field> = Field extends z.ZodOptional<infer Inner extends z.ZodType> ? Inner : Field
type Nullable<Fields> = { [Name in keyof Fields]: z.ZodNullable<Extract<Bare<Fields[Name]>, z.ZodType>> }
type Optional<Fields> = { [Name in keyof Fields]: z.ZodOptional<Extract<Bare<Fields[Name]>, z.ZodType>> }

const bare = (field: z.ZodType): z.ZodType =>
  field instanceof z.ZodOptional ? bare(field.unwrap() as z.ZodType) : field
// What the mapped types say of each field is what these do to it; the compiler cannot follow a loop over names.
const nullable = <Fields extends Shape>(fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, bare(field).nullable()]),
  ) as unknown as Nullable<Fields>
const optional = <Fields extends Shape>(fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, bare(field).optional()]),
  ) as unknown as Optional<Fields>

type Nullish<Fields> = { [Name in keyof Fields]: z.ZodOptional<Nullable<Fields>[Name]> }
const nullish = <Fields extends Shape>(fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, bare(field).nullish()]),
  ) as unknown as Nullish<Fields>

type Parts<Facts extends Shape, Derived extends Shape> = {
  /** "a hardware request", for the API's description. */
  called: string
  plural: string
  note?: string
  /** What Deskhand works out of the answers, the approval or the children. */
  derived?: Derived
  facts?: Facts
}

type FieldsOf<Kind extends RequestKind> = (typeof departmentFields)[Kind]

/** The four routes of one kind of request at a department; fields, words and what follows from them are data. */
function service<
  const Path extends string,
  Kind extends RequestKind,
  Facts extends Shape = Record<never, never>,
  Derived extends Shape = Record<never, never>,
>(path: Path, kind: Kind, { called, plural, note, derived, facts }: Parts<Facts, Derived>) {
  const fields: FieldsOf<Kind> = departmentFields[kind]
  // Without facts or derived fields these are the empty shapes that the type parameters default to.
  const noted = facts ?? ({} as Facts)
  const One = z.strictObject({
    ...base,
    ...nullable(fields),
    ...(derived ?? ({} as Derived)),
    ...nullable(noted),
  })
  const own = { summary: line(500), description: text(20_000) }
  const example = { body: departmentExamples[kind] }
  return {
    create: command(`POST ${path}`, {
      may: 'requests.create',
      summary: `Ask for ${called}`,
      description: [
        'A request of this kind at its desk: with a reference number, its form, its approval and its promise.',
        'Answers are held against the form in use; what its conditions hide is refused.',
        ...(note ? [note] : []),
      ].join(' '),
      body: z.object({ ...fields, ...optional(own), onBehalfOfId: uuid.optional() }).catchall(AnswerValue),
      reply: One,
      status: 201,
      errors: [409, 422],
      events: ['request.created'],
      example,
    }),
    list: read(`GET ${path}`, {
      may: 'requests.read',
      summary: `${plural}: own ones, and those that one works on or decides on`,
      query: z.strictObject({
        status: oneOf(RequestStatus).optional(),
        requester: z.union([uuid, z.literal('me')]).optional(),
        ...paging,
      }),
      reply: page(One),
    }),
    get: read(`GET ${path}/:id`, {
      may: 'requests.read',
      summary: `One of the ${plural.toLowerCase()}, by id or reference number`,
      reply: One,
    }),
    update: command(`PUT ${path}/:id`, {
      may: 'requests.read',
      summary: `Change the answers of ${called}${facts ? ', or what the desk notes of carrying it out' : ''}`,
      description: 'Answers that are not named stay as they are; `null` takes one away.',
      body: z
        .object({ ...nullish(fields), ...optional(own), ...nullish(noted) })
        .catchall(AnswerValue)
        .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
      reply: One,
      errors: [409, 412, 422],
      events: ['request.updated', 'request.fulfilled', 'request.sealed'],
    }),
  }
}

const StepState = z.enum(['WAITING', 'ACTIVE', 'APPROVED', 'REJECTED', 'SKIPPED']).nullable()

const leaveService = service('/hr/leave-requests', 'LEAVE', {
  called: 'leave',
  plural: 'Leave requests',
  note: 'Days are counted by the calendar of the person: weekends and holidays do not count. Two leaves of one person never overlap. More days than are left can be asked for, with a warning: whoever approves decides.',
  derived: {
    totalDays: z.number(),
    managerApprovalStatus: StepState,
    hrApprovalStatus: StepState,
    /** Null for what was rejected or taken back. */
    leaveState: z.enum(['ASKED', 'GRANTED', 'CANCELLED']).nullable(),
  },
})

/** The departments' own requests. Each is a slice of routes; which kind it makes stands in `departmentKinds`. */
export const departments = {
  hardwareRequests: service('/it/hardware-requests', 'HARDWARE', {
    called: 'hardware',
    plural: 'Hardware requests',
    facts: departmentFacts.HARDWARE,
    derived: {
      managerApprovalRequired: z.boolean(),
      managerApprovedAt: instant.nullable(),
      managerApprovedById: uuid.nullable(),
    },
  }),
  softwareRequests: service('/it/software-requests', 'SOFTWARE', {
    called: 'a program or licence',
    plural: 'Software requests',
  }),
  problemReports: service('/it/problem-reports', 'PROBLEM', {
    called: 'help with something that does not work',
    plural: 'Problem reports',
  }),
  accessRequests: service('/it/access-requests', 'ACCESS', {
    called: 'access to a mailbox, a group or a system',
    plural: 'Access requests',
  }),
  leaveRequests: {
    ...leaveService,
    create: { ...leaveService.create, reply: leaveService.create.reply.extend({ warnings: LeaveWarnings }) },
    update: { ...leaveService.update, reply: leaveService.update.reply.extend({ warnings: LeaveWarnings }) },
    days: read('GET /hr/leave-requests/days', {
      may: 'requests.create',
      summary:
        'How many working days a leave would take, of which there are how many, and whether it meets another; stores nothing',
      query: z.strictObject({
        startDate: day,
        endDate: day,
        /** Of which kind; without it nothing is said of what is left. */
        leaveType: line(100).optional(),
        /** For whom, where it is not the caller. */
        onBehalfOfId: uuid.optional(),
      }),
      reply: z.strictObject({
        totalDays: z.number(),
        calendarName: z.string(),
        /** Holidays of the calendar that fall on these days. */
        holidays: z.array(day),
        /** What speaks against it, as the request would be refused. */
        refusal: z.string().nullable(),
        years: z.array(LeaveYear),
        warnings: LeaveWarnings,
      }),
    }),
  },
  onboardings: service('/hr/onboardings', 'ONBOARDING', {
    called: 'everything that a new colleague needs',
    plural: 'Onboardings',
    note: 'For HR and for managers. Opens requests at the four desks in the same transaction; it can be resolved when they are.',
    derived: journeyFields,
  }),
  offboardings: service('/hr/offboardings', 'OFFBOARDING', {
    called: 'everything that has to be settled when a colleague leaves',
    plural: 'Offboardings',
    note: 'For HR and for managers. Opens requests at the four desks as an onboarding does.',
    derived: journeyFields,
  }),
  payrollInquiries: service('/hr/payroll-inquiries', 'PAYROLL', {
    called: 'an answer about pay',
    plural: 'Payroll inquiries',
  }),
  personalDetailChanges: service('/hr/personal-detail-changes', 'PERSONAL_DETAILS', {
    called: 'a change of personal details',
    plural: 'Changes of personal details',
  }),
  issueReports: service('/hr/issue-reports', 'HR_ISSUE', {
    called: 'help of HR in confidence',
    plural: 'HR issue reports',
    note: 'Confidential from birth: only who asked and HR can see it.',
  }),
  expenseReimbursements: service('/finance/expense-reimbursements', 'EXPENSE', {
    called: 'the reimbursement of expenses',
    plural: 'Expense reimbursements',
    note: 'A line counts `amount` times `quantity` (1 where it is left out); all lines are in `currency`.',
    facts: departmentFacts.EXPENSE,
    derived: { totalAmount: Money.nullable() },
  }),
  purchaseRequisitions: service('/finance/purchase-requisitions', 'REQUISITION', {
    called: 'a purchase',
    plural: 'Purchase requisitions',
    note: 'How it goes on is moved by `/finance/purchase-requisitions/:id/transitions`.',
    facts: departmentFacts.REQUISITION,
    derived: { totalAmount: Money.nullable(), requisitionState: RequisitionState },
  }),
  vendorRequests: service('/finance/vendor-requests', 'VENDOR', {
    called: 'a new supplier, or a change of one',
    plural: 'Vendor requests',
  }),
  budgetAccessRequests: service('/finance/budget-access-requests', 'BUDGET_ACCESS', {
    called: 'access to a budget',
    plural: 'Budget access requests',
  }),
  facilityIssueReports: service('/facilities/issue-reports', 'FACILITY_ISSUE', {
    called: 'the repair of something',
    plural: 'Facility issue reports',
  }),
  moveRequests: service('/facilities/move-requests', 'MOVE', {
    called: 'a desk, furniture or a move',
    plural: 'Move requests',
  }),
  keyRequests: service('/facilities/key-requests', 'KEY', {
    called: 'a key or a badge',
    plural: 'Key requests',
  }),
}

export type DepartmentSlice = keyof typeof departments

/** Which kind of request each of them makes. */
export const departmentKinds = {
  hardwareRequests: 'HARDWARE',
  softwareRequests: 'SOFTWARE',
  problemReports: 'PROBLEM',
  accessRequests: 'ACCESS',
  leaveRequests: 'LEAVE',
  onboardings: 'ONBOARDING',
  offboardings: 'OFFBOARDING',
  payrollInquiries: 'PAYROLL',
  personalDetailChanges: 'PERSONAL_DETAILS',
  issueReports: 'HR_ISSUE',
  expenseReimbursements: 'EXPENSE',
  purchaseRequisitions: 'REQUISITION',
  vendorRequests: 'VENDOR',
  budgetAccessRequests: 'BUDGET_ACCESS',
  facilityIssueReports: 'FACILITY_ISSUE',
  moveRequests: 'MOVE',
  keyRequests: 'KEY',
} as const satisfies Record<DepartmentSlice, RequestKind>

export const departmentEvents = {
  'request.fulfilled': event(
    'everyone',
    '{actor} noted how {ref} goes on',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
}

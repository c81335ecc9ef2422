import * as z from 'zod'
import { instant, line, uuid, zone } from './kit.ts'
import { Level, Priority, RequestStatus } from './requestShapes.ts'

export const Desk = z.strictObject({
  id: uuid,
  code: z.string(),
  name: z.string(),
  prefix: z.string(),
  description: z.string().nullable(),
  promise: z.string().nullable(),
  isActive: z.boolean(),
  version: z.int(),
  /** How else it is reached. */
  contactEmail: z.string().nullable(),
  contactPhone: z.string().nullable(),
  contactPlace: z.string().nullable(),
})

/** How long a desk lets things stand. */
export const DeskPeriods = z.strictObject({
  /** Working days after which what is resolved or rejected closes by itself. */
  closesAfterDays: z.int().min(1).max(60),
  /** Working days after which a question that nobody answered is set to rest. */
  settlesAfterDays: z.int().min(1).max(120),
  /** Days after its closing in which a request can be reopened; 0: a closed one stays closed. */
  reopenDays: z.int().min(0).max(365),
  /** Days in which who asked can contest a rejection; 0: not at all. */
  appealDays: z.int().min(0).max(90),
})
export type DeskPeriods = z.output<typeof DeskPeriods>
/** What holds until a desk has days of its own. */
export const usualPeriods: DeskPeriods = {
  closesAfterDays: 5,
  settlesAfterDays: 10,
  reopenDays: 14,
  appealDays: 10,
}
const wallTime = z.string()
/** When a desk works, by the calendar that it keeps. */
export const DeskHours = z.strictObject({
  zone,
  /** What is open on each day of the week, Monday first, where no holiday says otherwise. */
  week: z.array(z.array(z.strictObject({ from: wallTime, until: wallTime }))),
  /** The stretches that are open now or next, holidays left out; none when nothing opens within two months. */
  next: z.array(z.strictObject({ from: instant, until: instant })),
})
export type DeskHours = z.output<typeof DeskHours>

/** A desk as everybody reads it. */
export const DeskWithHours = Desk.extend({ hours: DeskHours })

export const Category = z.strictObject({
  id: uuid,
  serviceDeskId: uuid,
  name: z.string(),
  description: z.string().nullable(),
  icon: z.string().nullable(),
  displayOrder: z.int(),
  isActive: z.boolean(),
  version: z.int(),
})

/** Kinds that Deskhand knows by name, because a department's own route or a journey makes them. */
export const RequestKind = z.enum([
  'HARDWARE',
  'SOFTWARE',
  'PROBLEM',
  'ACCESS',
  'LEAVE',
  'ONBOARDING',
  'OFFBOARDING',
  'PAYROLL',
  'PERSONAL_DETAILS',
  'HR_ISSUE',
  'EXPENSE',
  'REQUISITION',
  'VENDOR',
  'BUDGET_ACCESS',
  'FACILITY_ISSUE',
  'MOVE',
  'KEY',
])
export type RequestKind = z.output<typeof RequestKind>

/** The company's own words for a state, for whoever asked; a state without them keeps those of Deskhand. */
export const StateWords = z.partialRecord(z.enum([...RequestStatus.options, 'CLOSED']), line(60))
export type StateWords = z.output<typeof StateWords>

export const RequestType = z.strictObject({
  id: uuid,
  serviceDeskId: uuid,
  serviceCategoryId: uuid,
  name: z.string(),
  description: z.string().nullable(),
  /** One line that says what to expect: "usually 2 working days". */
  promise: z.string().nullable(),
  icon: z.string().nullable(),
  requiresApproval: z.boolean(),
  isConfidential: z.boolean(),
  slaHours: z.int().nullable(),
  defaultPriority: Priority,
  displayOrder: z.int(),
  isActive: z.boolean(),
  stateWords: StateWords,
  /** What it is to Deskhand itself, where a department's own route makes it. */
  kind: RequestKind.nullable(),
  /** The published form that it is asked with now; its answers go into `customFields`. */
  formVersionId: uuid.nullable(),
  version: z.int(),
})
export type RequestType = z.output<typeof RequestType>

export const ResolutionCode = z.strictObject({
  code: z.string(),
  name: z.string(),
  serviceDeskId: uuid.nullable(),
})

export const Team = z.strictObject({
  id: uuid,
  serviceDeskId: uuid,
  name: z.string(),
  /** A closed one gets nothing new; what lies with it stays. */
  isActive: z.boolean(),
  members: z.array(z.strictObject({ id: uuid, name: z.string() })),
})

export type Team = z.output<typeof Team>

export const Member = z.strictObject({
  id: uuid,
  name: z.string(),
  role: z.enum(['TECHNICIAN', 'SUPERVISOR']),
  openCount: z.int(),
})

export const PriorityRow = z.strictObject({
  /** The priority itself; what the company calls it is its name. */
  id: Priority,
  name: z.string(),
  /** Which impact and urgency lead to it. */
  cells: z.array(z.strictObject({ impact: Level, urgency: Level })),
})

/** A desk as its editors see it: also those that are closed. */
export const ManagedDesk = Desk.extend({
  ...DeskPeriods.shape,
  isConfidential: z.boolean(),
  displayOrder: z.int(),
  requestCount: z.int(),
  /** Of who works there; goes back in `If-Match` when they are set. */
  membersVersion: z.string(),
  members: z.array(Member.omit({ openCount: true })),
})

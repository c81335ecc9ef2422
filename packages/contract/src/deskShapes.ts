import * as z from 'zod'
import { line, uuid } from './kit.ts'
import { Priority, RequestStatus } from './requestShapes.ts'

export const Desk = z.strictObject({
  id: uuid,
  code: z.string(),
  name: z.string(),
  prefix: z.string(),
  description: z.string().nullable(),
  promise: z.string().nullable(),
  isActive: z.boolean(),
})

export const Category = z.strictObject({
  id: uuid,
  serviceDeskId: uuid,
  name: z.string(),
  description: z.string().nullable(),
  icon: z.string().nullable(),
  displayOrder: z.int(),
  isActive: z.boolean(),
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

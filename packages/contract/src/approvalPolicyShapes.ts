import * as z from 'zod'
import { line, uuid } from './kit.ts'
import { Money } from './money.ts'

const field = z
  .string()
  .max(60)
  .regex(/^[a-zA-Z][a-zA-Z0-9_]*$/, 'The name of an answer, such as approverId.')

/** Who is asked, as a rule that the data answers. */
export const ApproverSource = z.discriminatedUnion('kind', [
  /** Level 2 is the manager's manager. */
  z.strictObject({ kind: z.literal('MANAGER'), level: z.int().min(1).max(5).default(1) }),
  z.strictObject({ kind: z.literal('COST_CENTER_OWNER') }),
  /** Whose money it is: the budget owner of the cost centre, who may be somebody else than its owner. */
  z.strictObject({ kind: z.literal('BUDGET_OWNER') }),
  /** Without a desk: the desk that the request lies at. */
  z.strictObject({
    kind: z.literal('DESK_ROLE'),
    deskId: uuid.nullable().default(null),
    role: z.enum(['TECHNICIAN', 'SUPERVISOR']),
  }),
  z.strictObject({ kind: z.literal('PEOPLE'), personIds: z.array(uuid).min(1).max(20) }),
  z.strictObject({ kind: z.literal('TEAM'), teamId: uuid }),
  /** An answer of the form that names a person. */
  z.strictObject({ kind: z.literal('FIELD'), field }),
])
export type ApproverSource = z.output<typeof ApproverSource>

export const StepRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ANY') }),
  z.strictObject({ kind: z.literal('ALL') }),
  z.strictObject({ kind: z.literal('QUORUM'), count: z.int().min(1).max(50) }),
  z.strictObject({ kind: z.literal('PERCENT'), percent: z.int().min(1).max(100) }),
])
export type StepRule = z.output<typeof StepRule>

/** Working hours. */
const hours = (most: number) => z.int().min(1).max(most)

export const PolicyStep = z.strictObject({
  name: line(100),
  approvers: z.array(ApproverSource).min(1).max(10),
  rule: StepRule.default({ kind: 'ANY' }),
  /** Asked only above this amount; skipped below it, and it is written down why. */
  over: Money.nullable().default(null),
  /** Asked together with the step before it, not after. */
  isParallel: z.boolean().default(false),
  dueHours: hours(400).default(16),
  /** Reminded every so many working hours; null never. */
  remindHours: hours(400).nullable().default(8),
  /** After so many working hours the vote is taken from whoever has it; null never. */
  expireHours: hours(1000).nullable().default(null),
  /** To whom it goes then: their manager, who stands in `next`, or nobody: the round ends without an answer. */
  onExpiry: z.enum(['MANAGER', 'NEXT', 'END']).default('MANAGER'),
  next: z.array(ApproverSource).max(10).default([]),
})
export type PolicyStep = z.output<typeof PolicyStep>

/** When it applies. Every condition that is given must hold, and one must be given. */
export const PolicyConditions = z.strictObject({
  requestTypeIds: z.array(uuid).max(100).default([]),
  deskIds: z.array(uuid).max(50).default([]),
  /** Codes. */
  costCenters: z.array(line(40)).max(100).default([]),
  over: Money.nullable().default(null),
})
export type PolicyConditions = z.output<typeof PolicyConditions>

export const PolicyDefinition = z.strictObject({
  conditions: PolicyConditions,
  steps: z.array(PolicyStep).min(1).max(10),
  /** The answers of the form that are agreed to; null all of them. Kind, person and amount always are. */
  boundTo: z.array(field).max(50).nullable().default(null),
  /** By how many percent the amount may change afterwards without asking again. */
  tolerancePercent: z.int().min(0).max(100).default(0),
  /** Above this amount one signs: typed name and password again. Mail links do not decide then. */
  signOver: Money.nullable().default(null),
  /** Approved is done: the request is resolved with it, such as a leave. */
  resolves: z.boolean().default(false),
  /** Who agreed in one step may count for a later one, which is skipped; else their manager is asked. */
  allowsSamePerson: z.boolean().default(false),
})
export type PolicyDefinition = z.output<typeof PolicyDefinition>
export type PolicyDefinitionIn = z.input<typeof PolicyDefinition>

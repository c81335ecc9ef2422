import * as z from 'zod'
import { SlaTarget } from './clocks.ts'
import { command, event, instant, line, list, read, uuid } from './kit.ts'
import { Priority, WaitReason } from './requestShapes.ts'

export const agreementPermissions = {
  'agreements.read': 'See what is promised',
  'agreements.manage': 'Change what is promised',
} as const

/** Business minutes; up to a year of working days. */
const minutes = z.int().min(1).max(150_000)

/** What is promised for one priority; null promises nothing, and the resolution is then what the kind promises. */
export const SlaTargets = z.strictObject({
  firstResponse: minutes.nullable(),
  nextResponse: minutes.nullable(),
  resolution: minutes.nullable(),
})

/** When the clocks stand still. */
export const SlaPauses = z.strictObject({
  actionRequired: z.boolean(),
  approval: z.boolean(),
  waiting: z.record(WaitReason, z.boolean()),
})

/** When a step is taken: at a share of the target, or so many business minutes before or after it is due. */
export const SlaMoment = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('PERCENT'), percent: z.int().min(1).max(1_000) }),
  z.strictObject({ at: z.literal('BEFORE'), minutes }),
  z.strictObject({ at: z.literal('AFTER'), minutes }),
])

export const SlaAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('NOTIFY'), whom: z.enum(['ASSIGNEE', 'TEAM', 'SUPERVISORS']) }),
  z.strictObject({
    do: z.literal('REASSIGN'),
    assignedToId: uuid.nullable(),
    assignedTeamId: uuid.nullable(),
  }),
  z.strictObject({ do: z.literal('RAISE') }),
  /** Until there is an on-call plan, this tells the supervisors of the desk. */
  z.strictObject({ do: z.literal('PAGE') }),
])

export const SlaStep = z.strictObject({
  /** Stays the same while the step is the same, so that it is taken once for each request. */
  id: line(40),
  target: SlaTarget,
  moment: SlaMoment,
  action: SlaAction,
})

const fields = {
  name: line(80),
  /** The first active policy, by position, that fits a request holds for it. */
  position: z.int().min(0).max(10_000),
  isActive: z.boolean(),
  /** What it fits; null fits all. */
  serviceDeskId: uuid.nullable(),
  requestTypeId: uuid.nullable(),
  site: line(100).nullable(),
  isVip: z.boolean().nullable(),
  /** Null is the calendar of the desk. */
  calendarId: uuid.nullable(),
  targets: z.record(Priority, SlaTargets),
  pauses: SlaPauses,
  atRiskPercent: z.int().min(1).max(99),
  /** The steps before and after it breaks; null takes none. */
  escalationPolicyId: uuid.nullable(),
}

export const SlaPolicy = z.strictObject({
  id: uuid,
  ...fields,
  /** The steps of its escalation policy. */
  escalations: z.array(SlaStep),
  updatedAt: instant,
  version: z.int(),
})

/** A policy as it is sent: new, changed, or only tried. */
export const SlaPolicyBody = z.strictObject({
  ...fields,
  position: fields.position.optional(),
  isActive: z.boolean().default(true),
  serviceDeskId: fields.serviceDeskId.default(null),
  requestTypeId: fields.requestTypeId.default(null),
  site: fields.site.default(null),
  isVip: fields.isVip.default(null),
  calendarId: fields.calendarId.default(null),
  pauses: SlaPauses.default({
    actionRequired: true,
    approval: true,
    waiting: {
      VENDOR: true,
      PART: true,
      DELIVERY: true,
      CHANGE: true,
      APPOINTMENT: true,
      DATE: true,
      OTHER: true,
    },
  }),
  atRiskPercent: fields.atRiskPercent.default(75),
  escalationPolicyId: fields.escalationPolicyId.default(null),
})

export const agreements = {
  list: read('GET /management/sla-policies', {
    may: 'agreements.read',
    summary: 'SLA policies in the order in which they are tried',
    reply: list(SlaPolicy),
  }),
  get: read('GET /management/sla-policies/:id', {
    may: 'agreements.read',
    summary: 'One SLA policy',
    reply: SlaPolicy,
  }),
  create: command('POST /management/sla-policies', {
    may: 'agreements.manage',
    summary: 'Create an SLA policy; open requests are counted anew',
    body: SlaPolicyBody,
    reply: SlaPolicy,
    status: 201,
    errors: [422],
    events: ['agreement.created'],
  }),
  update: command('PATCH /management/sla-policies/:id', {
    may: 'agreements.manage',
    summary: 'Change an SLA policy, as its next version; open requests are counted anew',
    body: z
      .strictObject(fields)
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: SlaPolicy,
    errors: [412, 422],
    events: ['agreement.updated'],
  }),
  remove: command('DELETE /management/sla-policies/:id', {
    may: 'agreements.manage',
    summary: 'Retire an SLA policy; what it promised before stays in the ledgers',
    status: 204,
    errors: [412],
    events: ['agreement.retired'],
  }),
}

const named = z.strictObject({})
export const agreementEvents = {
  'agreement.created': event('staff', '{actor} created the SLA policy {ref}', named),
  'agreement.updated': event(
    'staff',
    '{actor} changed the SLA policy {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'agreement.retired': event('staff', '{actor} retired the SLA policy {ref}', named),
}

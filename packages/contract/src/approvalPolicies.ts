import * as z from 'zod'
import { PolicyDefinition } from './approvalPolicyShapes.ts'
import { command, event, instant, line, list, read, uuid } from './kit.ts'
import { Money } from './money.ts'
import { CustomFields, PersonRef } from './requestShapes.ts'

export const ApprovalPolicy = z.strictObject({
  id: uuid,
  name: z.string(),
  /** The first that fits, in this order, decides. */
  place: z.int(),
  isActive: z.boolean(),
  retiredAt: instant.nullable(),
  definition: PolicyDefinition,
  /** When it applies, and who is asked, as sentences. */
  sentences: z.array(z.string()),
  version: z.int(),
  updatedAt: instant,
  /** Rounds that are running, whichever version they began with. */
  runningCount: z.int(),
})
export type ApprovalPolicy = z.output<typeof ApprovalPolicy>

/** What a step would do with a sample. */
export const SimulatedStep = z.strictObject({
  name: z.string(),
  outcome: z.enum(['ASKS', 'SKIPPED', 'NOBODY']),
  /** Why it is skipped or asks nobody, or who was passed over and why. */
  reason: z.string().nullable(),
  rule: z.string(),
  approvers: z.array(PersonRef),
})

export const approvalPolicies = {
  list: read('GET /management/approval-policies', {
    may: 'company.manage',
    summary: 'Approval policies in the order in which they are tried',
    query: z.strictObject({ retired: z.stringbool().optional() }),
    reply: list(ApprovalPolicy),
  }),
  create: command('POST /management/approval-policies', {
    may: 'company.manage',
    summary: 'Add a policy: conditions, steps, limits',
    description: 'An approver that resolves to nobody is refused where that can be known.',
    body: z.strictObject({
      name: line(100),
      isActive: z.boolean().default(true),
      definition: PolicyDefinition,
    }),
    reply: ApprovalPolicy,
    status: 201,
    errors: [422],
    events: ['approval_policy.created'],
  }),
  get: read('GET /management/approval-policies/:id', {
    may: 'company.manage',
    summary: 'One policy',
    reply: ApprovalPolicy,
  }),
  update: command('PATCH /management/approval-policies/:id', {
    may: 'company.manage',
    summary: 'Change a policy; running rounds keep their version',
    body: z
      .strictObject({
        name: line(100),
        isActive: z.boolean(),
        place: z.int().min(0).max(10_000),
        definition: PolicyDefinition,
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: ApprovalPolicy,
    errors: [409, 412, 422],
    events: ['approval_policy.updated'],
  }),
  remove: command('DELETE /management/approval-policies/:id', {
    may: 'company.manage',
    summary: 'Retire a policy; running rounds go on',
    status: 204,
    errors: [409, 412],
    events: ['approval_policy.retired'],
  }),
  simulate: command('POST /management/approval-policies/:id/simulate', {
    may: 'company.manage',
    summary: 'Who would have to approve this sample; changes nothing',
    body: z.strictObject({
      requesterId: uuid,
      requestTypeId: uuid.optional(),
      serviceDeskId: uuid.optional(),
      amount: Money.optional(),
      costCenter: line(40).optional(),
      customFields: CustomFields.optional(),
      /** Tries this instead of what is saved. */
      definition: PolicyDefinition.optional(),
    }),
    reply: z.strictObject({
      applies: z.boolean(),
      /** Why it does not apply, or what is worth knowing. */
      because: z.array(z.string()),
      needsSignature: z.boolean(),
      steps: z.array(SimulatedStep),
    }),
    errors: [422],
    log: false,
  }),
}

const none = z.strictObject({})

export const approvalPolicyEvents = {
  'approval_policy.created': event('staff', '{actor} added the approval policy {subject}', none),
  'approval_policy.updated': event(
    'staff',
    '{actor} changed the approval policy {subject}',
    z.strictObject({ version: z.int(), fields: z.array(z.string()) }),
  ),
  'approval_policy.retired': event('staff', '{actor} retired the approval policy {subject}', none),
}

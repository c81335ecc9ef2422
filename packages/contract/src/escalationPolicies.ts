import * as z from 'zod'
import { SlaStep } from './agreements.ts'
import { command, event, instant, line, list, read, uuid } from './kit.ts'

const fields = { name: line(80), steps: z.array(SlaStep).min(1).max(30) }

/** Steps before and after a promise breaks, under a name; SLA policies go by them. */
export const EscalationPolicy = z.strictObject({
  id: uuid,
  ...fields,
  /** The SLA policies that go by it. */
  usedBy: z.array(z.strictObject({ id: uuid, name: z.string() })),
  updatedAt: instant,
  version: z.int(),
})
export type EscalationPolicy = z.output<typeof EscalationPolicy>

export const escalationPolicies = {
  list: read('GET /management/escalation-policies', {
    may: 'agreements.read',
    summary: 'Escalation policies by their names, with the SLA policies that go by them',
    reply: list(EscalationPolicy),
  }),
  create: command('POST /management/escalation-policies', {
    may: 'agreements.manage',
    summary: 'Create an escalation policy',
    body: z.strictObject(fields),
    reply: EscalationPolicy,
    status: 201,
    errors: [409, 422],
    events: ['escalation_policy.created'],
    example: {
      body: {
        name: 'Tell the team, then who leads it',
        steps: [
          {
            id: 'team',
            target: 'FIRST_RESPONSE',
            moment: { at: 'PERCENT', percent: 75 },
            action: { do: 'NOTIFY', whom: 'TEAM' },
          },
        ],
      },
    },
  }),
  update: command('PATCH /management/escalation-policies/:id', {
    may: 'agreements.manage',
    summary: 'Change an escalation policy for all SLA policies that go by it; open requests are counted anew',
    body: z
      .strictObject(fields)
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: EscalationPolicy,
    errors: [409, 412, 422],
    events: ['escalation_policy.updated'],
  }),
  remove: command('DELETE /management/escalation-policies/:id', {
    may: 'agreements.manage',
    summary: 'Delete an escalation policy that no SLA policy goes by',
    status: 204,
    errors: [409, 412],
    events: ['escalation_policy.removed'],
  }),
}

const named = z.strictObject({})
export const escalationPolicyEvents = {
  'escalation_policy.created': event('staff', '{actor} created the escalation policy {ref}', named),
  'escalation_policy.updated': event(
    'staff',
    '{actor} changed the escalation policy {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'escalation_policy.removed': event('staff', '{actor} deleted the escalation policy {ref}', named),
}

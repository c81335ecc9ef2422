import * as z from 'zod'
import { command, event, list, read, uuid } from './kit.ts'
import { Tag } from './requestShapes.ts'

/** Somebody of a desk, as far as work is given out by itself. */
export const Assignee = z.strictObject({
  personId: uuid,
  name: z.string(),
  role: z.enum(['TECHNICIAN', 'SUPERVISOR']),
  /** Whether rules give them anything. */
  takesWork: z.boolean(),
  /** How much they can have in hand; null: as much as comes. */
  capacity: z.int().nullable(),
  skills: z.array(z.string()),
  /** How much they have in hand at this desk. */
  load: z.int(),
  isAway: z.boolean(),
})
export type Assignee = z.output<typeof Assignee>

export const assignees = {
  list: read('GET /management/service-desks/:id/assignees', {
    may: 'requests.supervise',
    summary: 'Who of a desk is given work by rules: capacity, skills, load; for who leads it',
    reply: list(Assignee),
  }),
  change: command('PUT /management/service-desks/:id/assignees/:personId', {
    may: 'requests.supervise',
    summary: 'Set what rules may give to somebody of a desk',
    body: z.strictObject({
      takesWork: z.boolean(),
      capacity: z.int().min(1).max(1_000).nullable(),
      skills: z.array(Tag).max(30),
    }),
    reply: Assignee,
    errors: [422],
    events: ['assignee.changed'],
  }),
}

export const assigneeEvents = {
  'assignee.changed': event(
    'staff',
    '{actor} changed what rules give to {ref}',
    z.strictObject({ personId: uuid }),
  ),
}

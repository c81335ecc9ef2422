import * as z from 'zod'
import { command, event, line, list, read, uuid } from './kit.ts'

const code = line(40).transform((text) => text.toUpperCase())

export const CostCenter = z.strictObject({
  id: uuid,
  code: z.string(),
  name: z.string(),
  owner: z.strictObject({ id: uuid, name: z.string() }).nullable(),
  /** Whose money it spends, where policies ask for the owner of the budget. */
  budgetOwner: z.strictObject({ id: uuid, name: z.string() }).nullable(),
  /** Whose requests are put down to it where nobody says another. */
  department: z.string().nullable(),
  isActive: z.boolean(),
  version: z.int(),
})
export type CostCenter = z.output<typeof CostCenter>

export const costCenters = {
  list: read('GET /cost-centers', {
    may: 'desks.read',
    summary: 'Cost centres with their owners',
    reply: list(CostCenter),
  }),
  create: command('POST /management/cost-centers', {
    may: 'company.manage',
    summary: 'Add a cost centre',
    body: z.strictObject({
      code,
      name: line(200),
      ownerId: uuid.nullable().optional(),
      budgetOwnerId: uuid.nullable().optional(),
      department: line(100).nullable().optional(),
    }),
    reply: CostCenter,
    status: 201,
    errors: [409, 422],
    events: ['cost_center.created'],
  }),
  update: command('PATCH /management/cost-centers/:id', {
    may: 'company.manage',
    summary: 'Change a cost centre',
    body: z
      .strictObject({
        name: line(200),
        ownerId: uuid.nullable(),
        budgetOwnerId: uuid.nullable(),
        department: line(100).nullable(),
        isActive: z.boolean(),
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: CostCenter,
    errors: [412, 422],
    events: ['cost_center.updated'],
  }),
}

export const costCenterEvents = {
  'cost_center.created': event('staff', '{actor} added the cost centre {subject}', z.strictObject({})),
  'cost_center.updated': event(
    'staff',
    '{actor} changed the cost centre {subject}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
}

import * as z from 'zod'
import { list, read, uuid } from './kit.ts'
import { Priority } from './requestShapes.ts'

export const deskPermissions = {
  'desks.read': 'See the desks and what can be asked of them',
} as const

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
})

export const ResolutionCode = z.strictObject({
  code: z.string(),
  name: z.string(),
  serviceDeskId: uuid.nullable(),
})

export const Team = z.strictObject({
  id: uuid,
  serviceDeskId: uuid,
  name: z.string(),
  members: z.array(z.strictObject({ id: uuid, name: z.string() })),
})

export const Member = z.strictObject({
  id: uuid,
  name: z.string(),
  role: z.enum(['TECHNICIAN', 'SUPERVISOR']),
  openCount: z.int(),
})

export const desks = {
  list: read('GET /service-desks', {
    may: 'desks.read',
    summary: 'The desks that the caller may ask',
    reply: list(Desk),
  }),
  get: read('GET /service-desks/:id', { may: 'desks.read', summary: 'One desk by id or code', reply: Desk }),
  categories: read('GET /service-desks/:id/categories', {
    may: 'desks.read',
    summary: 'The categories of a desk',
    reply: list(Category),
  }),
  requestTypes: read('GET /service-desks/:id/request-types', {
    may: 'desks.read',
    summary: 'What can be asked of a desk',
    reply: list(RequestType),
  }),
  catalog: read('GET /catalog', {
    may: 'desks.read',
    summary: 'The whole catalogue with what the caller’s department asks for most',
    reply: z.strictObject({
      desks: z.array(
        Desk.extend({ categories: z.array(Category.extend({ requestTypes: z.array(RequestType) })) }),
      ),
      mostUsed: z.array(RequestType),
    }),
  }),
  members: read('GET /management/service-desks/:id/members', {
    may: 'requests.work',
    summary: 'The technicians and supervisors of a desk, with their open requests',
    reply: list(Member),
  }),
  teams: read('GET /teams', {
    may: 'requests.work',
    summary: 'Teams with their desk and members',
    reply: list(Team),
  }),
  resolutionCodes: read('GET /support/resolution-codes', {
    may: 'requests.work',
    summary: 'Resolution codes; those without a desk serve all',
    query: z.strictObject({ serviceDeskId: uuid.optional() }),
    reply: list(ResolutionCode),
  }),
}

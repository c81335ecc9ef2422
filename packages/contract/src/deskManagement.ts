import * as z from 'zod'
import {
  Category,
  Desk,
  DeskPeriods,
  ManagedDesk,
  Member,
  PriorityRow,
  RequestType,
  ResolutionCode,
  StateWords,
} from './deskShapes.ts'
import { command, email, event, line, list, read, text, uuid, wholeList } from './kit.ts'
import { proofs } from './proofs.ts'
import { Priority } from './requestShapes.ts'

export const deskManagementPermissions = {
  'desks.manage': 'Set up desks, what can be asked of them, priorities and codes',
} as const

const short = { errors: [409, 422] as (409 | 422)[] }
const against = { errors: [409, 412, 422] as (409 | 412 | 422)[] }
const about = text(1000).nullable()
const order = z.int().min(0).max(100_000)

/** A code names a desk in addresses and filters, a prefix begins its reference numbers. */
const deskFields = {
  name: line(100),
  prefix: z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/, 'Two to eight capital letters or digits, such as IT.'),
  description: about,
  promise: line(200).nullable(),
  contactEmail: email.nullable(),
  contactPhone: line(40).nullable(),
  contactPlace: line(120).nullable(),
  /** Every request of the desk is confidential from birth. */
  isConfidential: z.boolean(),
  isActive: z.boolean(),
  displayOrder: order,
  ...DeskPeriods.shape,
}
const categoryFields = {
  name: line(100),
  description: about,
  icon: line(60).nullable(),
  isActive: z.boolean(),
}
const typeFields = {
  serviceCategoryId: uuid,
  name: line(120),
  description: about,
  promise: line(200).nullable(),
  icon: line(60).nullable(),
  requiresApproval: z.boolean(),
  isConfidential: z.boolean(),
  slaHours: z.int().min(1).max(10_000).nullable(),
  defaultPriority: Priority,
  displayOrder: order,
  isActive: z.boolean(),
  stateWords: StateWords,
}
const something = [(body: object) => Object.keys(body).length > 0, 'Say what to change.'] as const satisfies [
  (body: object) => boolean,
  string,
]

export const deskManagement = {
  listDesks: read('GET /management/service-desks', {
    may: 'desks.manage',
    summary: 'Every desk with its people, also closed ones',
    reply: list(ManagedDesk),
  }),
  createDesk: command('POST /management/service-desks', {
    may: 'desks.manage',
    summary: 'Create a desk (code, prefix)',
    body: z
      .strictObject({
        code: z
          .string()
          .regex(/^[A-Z][A-Z0-9_]{1,19}$/, 'Capital letters, digits and _, such as FACILITIES.'),
        ...deskFields,
      })
      .partial({
        description: true,
        promise: true,
        contactEmail: true,
        contactPhone: true,
        contactPlace: true,
        isConfidential: true,
        isActive: true,
        displayOrder: true,
        closesAfterDays: true,
        settlesAfterDays: true,
        reopenDays: true,
        appealDays: true,
      }),
    reply: Desk,
    status: 201,
    ...short,
    events: ['desk.created'],
    example: { body: { code: 'LEGAL', prefix: 'LEG', name: 'Legal' } },
  }),
  updateDesk: command('PATCH /management/service-desks/:id', {
    may: 'desks.manage',
    summary: 'Change a desk; requests keep the numbers that they have',
    body: z
      .strictObject(deskFields)
      .partial()
      .refine(...something),
    reply: Desk,
    ...against,
    events: ['desk.changed'],
    example: { body: { promise: 'We usually answer within 2 hours' } },
  }),
  retireDesk: command('DELETE /management/service-desks/:id', {
    may: 'desks.manage',
    summary: 'Close a desk; its requests stay, new ones are not taken',
    status: 204,
    errors: [409, 412],
    events: ['desk.changed'],
  }),
  setMembers: command('PUT /management/service-desks/:id/members', {
    provedWithin: proofs.rights,
    may: 'desks.manage',
    summary: 'Set who works at a desk and who leads it',
    body: z.strictObject({
      members: z
        .array(z.strictObject({ personId: uuid, role: z.enum(['TECHNICIAN', 'SUPERVISOR']) }))
        .max(500),
    }),
    reply: wholeList(Member.omit({ openCount: true })),
    ...against,
    events: ['desk.members_changed', 'person.roles_changed'],
  }),
  allCategories: read('GET /support/categories', {
    may: 'desks.read',
    summary: 'All categories, in their order',
    query: z.strictObject({ serviceDeskId: uuid.optional() }),
    reply: list(Category),
  }),
  createCategory: command('POST /support/categories', {
    may: 'desks.manage',
    summary: 'Create a category',
    body: z
      .strictObject({
        serviceDeskId: uuid,
        ...categoryFields,
      })
      .partial({ description: true, icon: true, isActive: true }),
    reply: Category,
    status: 201,
    ...short,
    events: ['desk.catalogue_changed'],
  }),
  updateCategory: command('PATCH /support/categories/:id', {
    may: 'desks.manage',
    summary: 'Change a category',
    body: z
      .strictObject(categoryFields)
      .partial()
      .refine(...something),
    reply: Category,
    ...against,
    events: ['desk.catalogue_changed'],
  }),
  retireCategory: command('DELETE /support/categories/:id', {
    may: 'desks.manage',
    summary: 'Take a category and what it holds out of the catalogue',
    status: 204,
    errors: [412],
    events: ['desk.catalogue_changed'],
  }),
  orderCategories: command('PUT /support/categories/order', {
    may: 'desks.manage',
    summary: 'Order the categories of a desk',
    body: z.strictObject({ serviceDeskId: uuid, ids: z.array(uuid).max(200) }),
    reply: list(Category),
    ...short,
    events: ['desk.catalogue_changed'],
  }),
  priorities: read('GET /support/priorities', {
    may: 'desks.read',
    summary: 'Priorities, what the company calls them, and which impact and urgency lead to each',
    reply: wholeList(PriorityRow),
  }),
  updatePriority: command('PATCH /support/priorities/:id', {
    may: 'desks.manage',
    summary: 'Rename a priority, or set the cells of impact × urgency that lead to it',
    body: z
      .strictObject({ name: line(40), cells: PriorityRow.shape.cells.max(9) })
      .partial()
      .refine(...something),
    reply: wholeList(PriorityRow),
    ...against,
    events: ['desk.priorities_changed'],
  }),
  setResolutionCodes: command('PUT /support/resolution-codes', {
    may: 'desks.manage',
    summary: 'Set the codes of a desk, or those of the whole company',
    body: z.strictObject({
      serviceDeskId: uuid.nullable(),
      codes: z
        .array(
          z.strictObject({
            code: z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/, 'Capital letters, digits and _, such as FIXED.'),
            name: line(100),
          }),
        )
        .max(100),
    }),
    reply: wholeList(ResolutionCode),
    ...against,
    events: ['desk.codes_changed'],
  }),
  getRequestType: read('GET /management/request-types/:id', {
    may: 'desks.manage',
    summary: 'Full definition of a kind of request',
    reply: RequestType.extend({ formId: uuid.nullable() }),
  }),
  listRequestTypes: read('GET /management/request-types', {
    may: 'desks.manage',
    summary: 'Every kind of request, also retired ones',
    query: z.strictObject({ serviceDeskId: uuid.optional() }),
    reply: list(RequestType),
  }),
  createRequestType: command('POST /management/request-types', {
    may: 'desks.manage',
    summary: 'Create a kind of request',
    body: z.strictObject(typeFields).partial({
      description: true,
      promise: true,
      icon: true,
      requiresApproval: true,
      isConfidential: true,
      slaHours: true,
      defaultPriority: true,
      displayOrder: true,
      isActive: true,
      stateWords: true,
    }),
    reply: RequestType,
    status: 201,
    ...short,
    events: ['desk.catalogue_changed'],
  }),
  updateRequestType: command('PATCH /management/request-types/:id', {
    may: 'desks.manage',
    summary: 'Change a kind of request: wording, approval, hours, confidentiality, category, form',
    body: z
      .strictObject({ ...typeFields, formId: uuid.nullable() })
      .partial()
      .refine(...something),
    reply: RequestType,
    ...against,
    events: ['desk.catalogue_changed'],
  }),
  retireRequestType: command('DELETE /management/request-types/:id', {
    may: 'desks.manage',
    summary: 'Take a kind of request out of the catalogue; its requests stay',
    status: 204,
    errors: [412],
    events: ['desk.catalogue_changed'],
  }),
}

const changed = z.strictObject({ what: z.string(), name: z.string() })

export const deskEvents = {
  'desk.created': event('nobody', '{actor} created the desk {ref}', z.strictObject({ deskCode: z.string() })),
  'desk.changed': event(
    'nobody',
    '{actor} changed the desk {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  /** For admins, who cannot see the request itself: that it was read, and by whom. */
  'desk.confidential_opened': event(
    'nobody',
    '{actor} opened a confidential request of {ref}',
    z.strictObject({}),
  ),
  'desk.members_changed': event(
    'nobody',
    '{actor} changed who works at {ref}',
    z.strictObject({ count: z.int() }),
  ),
  'desk.catalogue_changed': event('nobody', '{actor} changed what can be asked of {ref}', changed),
  'desk.priorities_changed': event(
    'nobody',
    '{actor} changed the priorities',
    z.strictObject({ name: z.string() }),
  ),
  'desk.codes_changed': event(
    'nobody',
    '{actor} changed the resolution codes',
    z.strictObject({ count: z.int() }),
  ),
}

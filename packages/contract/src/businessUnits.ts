import * as z from 'zod'
import { command, event, line, list, read, uuid } from './kit.ts'
import { proofs } from './proofs.ts'

/** Units hold regions, regions hold sites; a site may also stand under a unit or alone. */
export const UnitKind = z.enum(['UNIT', 'REGION', 'SITE'])
export type UnitKind = z.output<typeof UnitKind>

export const BusinessUnit = z.strictObject({
  id: uuid,
  kind: UnitKind,
  name: z.string(),
  parentId: uuid.nullable(),
  /** People whose site it is, or whose site lies in it. */
  peopleCount: z.int(),
  version: z.int(),
})

/** Somebody's work at a desk, narrowed to parts of the company. */
export const DeskScope = z.strictObject({
  serviceDeskId: uuid,
  /** Units, regions and sites; none is everywhere. */
  unitIds: z.array(uuid).max(100),
})

const body = { kind: UnitKind, name: line(100), parentId: uuid.nullable() }

export const businessUnits = {
  list: read('GET /business-units', {
    may: 'desks.read',
    summary: 'Business units, regions and sites',
    reply: list(BusinessUnit),
  }),
  create: command('POST /management/business-units', {
    may: 'company.manage',
    summary: 'Add a business unit, a region or a site; people of a site of that name belong to it',
    body: z.strictObject({ ...body, parentId: body.parentId.default(null) }),
    reply: BusinessUnit,
    status: 201,
    errors: [409, 422],
    events: ['unit.created'],
  }),
  update: command('PATCH /management/business-units/:id', {
    may: 'company.manage',
    summary: 'Rename it or put it somewhere else in the tree',
    body: z
      .strictObject({ name: body.name, parentId: body.parentId })
      .partial()
      .refine((given) => Object.keys(given).length > 0, 'Say what to change.'),
    reply: BusinessUnit,
    errors: [409, 412, 422],
    events: ['unit.updated'],
  }),
  remove: command('DELETE /management/business-units/:id', {
    may: 'company.manage',
    summary: 'Delete one that nothing belongs to',
    status: 204,
    errors: [409, 412],
    events: ['unit.deleted'],
  }),
  scopes: read('GET /management/users/:id/scope', {
    may: 'roles.manage',
    summary: 'To which parts of the company a person’s desks are narrowed',
    reply: list(DeskScope),
  }),
  setScopes: command('PUT /management/users/:id/scope', {
    provedWithin: proofs.rights,
    may: 'roles.manage',
    summary: 'Narrow a person’s desks to units, regions or sites, or widen them again',
    description: 'They no longer see other requests of that desk: not in lists, counts, search or live.',
    body: z.strictObject({ scopes: z.array(DeskScope).max(20) }),
    reply: list(DeskScope),
    errors: [422],
    events: ['person.scope_changed'],
  }),
}

const named = z.strictObject({ kind: UnitKind })
export const businessUnitEvents = {
  'unit.created': event('staff', '{actor} added {ref}', named),
  'unit.updated': event('staff', '{actor} changed {ref}', named),
  'unit.deleted': event('staff', '{actor} deleted {ref}', named),
  'person.scope_changed': event(
    'person',
    '{actor} changed where {subject} works',
    z.strictObject({ scopes: z.array(DeskScope) }),
  ),
}

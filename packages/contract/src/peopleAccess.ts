import * as z from 'zod'
import { Session } from './identity.ts'
import { command, list, read, uuid } from './kit.ts'
import { proofs } from './proofs.ts'

export const Grant = z.strictObject({
  role: z.enum(['technician', 'supervisor', 'admin']),
  /** Technician and supervisor are held on one desk, admin on the company. */
  serviceDeskId: uuid.nullable(),
})

const Role = z.strictObject({
  id: z.string(),
  words: z.string(),
  perDesk: z.boolean(),
  memberCount: z.int(),
  permissions: z.array(z.strictObject({ id: z.string(), words: z.string() })),
})

/** Who may do what, and who is in: the part of `people` that admins have. */
export const peopleAccess = {
  roleList: read('GET /management/roles', {
    may: 'roles.manage',
    summary: 'The roles with their permissions and member counts',
    reply: list(Role),
  }),
  role: read('GET /management/roles/:id', {
    may: 'roles.manage',
    summary: 'One role with its permissions',
    reply: Role,
  }),
  permissionList: read('GET /management/permissions', {
    may: 'roles.manage',
    summary: 'Every permission in words',
    reply: list(z.strictObject({ id: z.string(), words: z.string() })),
  }),
  grants: read('GET /management/users/:id/roles', {
    may: 'roles.manage',
    summary: 'The roles of a person',
    reply: list(Grant),
  }),
  setGrants: command('PUT /management/users/:id/roles', {
    provedWithin: proofs.rights,
    may: 'roles.manage',
    summary: 'Replace the roles of a person',
    body: z.strictObject({ roles: z.array(Grant).max(20) }),
    reply: list(Grant),
    errors: [409, 412, 422],
    events: ['person.roles_changed'],
  }),
  sessions: read('GET /users/:id/sessions', {
    may: 'people.manage',
    summary: 'Where a person is signed in to this company',
    reply: list(Session.omit({ isCurrent: true, companyName: true })),
  }),
  endSessions: command('DELETE /users/:id/sessions', {
    provedWithin: proofs.rights,
    may: 'people.manage',
    summary: 'Sign a person out of this company everywhere; my own session stays',
    reply: z.strictObject({ ended: z.int() }),
    events: ['session.ended'],
  }),
}

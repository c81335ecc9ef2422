import * as z from 'zod'
import {
  command,
  email,
  event,
  instant,
  line,
  list,
  oneOf,
  page,
  paging,
  read,
  textOrNone,
  uuid,
  zone,
} from './kit.ts'
import { Grant, peopleAccess } from './peopleAccess.ts'
import { PersonRef } from './personRef.ts'
import { proofs } from './proofs.ts'
import { Priority } from './requestShapes.ts'

export const peoplePermissions = {
  'people.read': 'See the name, department and site of colleagues',
  'people.list': 'Search the directory',
  'people.manage': 'Invite, change, block and remove people',
  'roles.manage': 'Give and take roles',
} as const

export const Person = z.strictObject({
  id: uuid,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  department: z.string().nullable(),
  site: z.string().nullable(),
  phone: z.string().nullable(),
  managerId: uuid.nullable(),
  managerName: z.string().nullable(),
  /** Policies may promise them more; for who works on requests, false for all others. */
  isVip: z.boolean(),
  state: z.enum(['INVITED', 'ACTIVE', 'BLOCKED']),
  roles: z.array(Grant),
  /** For the people who manage people; null for all others. */
  lastSignInAt: instant.nullable(),
  openRequestCount: z.int(),
  requestCount: z.int(),
  createdAt: instant,
  deletedAt: instant.nullable(),
  version: z.int(),
})

export const PersonRow = Person.omit({ openRequestCount: true, requestCount: true })

const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

export const Preferences = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  density: z.enum(['compact', 'regular', 'roomy']),
  zone: zone.nullable(),
  /** How days and numbers are written, such as en-GB. */
  locale: z.string().max(35).refine(isLocale, 'A language such as en-GB or es.').nullable(),
  shortcuts: z.boolean(),
  /** A reply of the desk waits some seconds after “Send”, in which it can be taken back. */
  undoSend: z.boolean(),
  /** Stands under one’s replies in mails; not in the thread. */
  signature: textOrNone(1000),
})

export const Me = Person.omit({ openRequestCount: true, requestCount: true }).extend({
  company: z.strictObject({
    id: uuid,
    name: z.string(),
    slug: z.string(),
    zone: z.string(),
    isDemo: z.boolean(),
    /** What the company calls the priorities: the words for them everywhere. */
    priorityNames: z.record(Priority, z.string()),
  }),
  companies: z.array(z.strictObject({ id: uuid, name: z.string() })),
  permissions: z.array(z.string()),
  desks: z.array(
    z.strictObject({
      id: uuid,
      code: z.string(),
      name: z.string(),
      role: z.enum(['TECHNICIAN', 'SUPERVISOR']),
    }),
  ),
  isSuperAdmin: z.boolean(),
  hasPassword: z.boolean(),
  preferences: Preferences,
  sessionId: uuid,
})

const profile = {
  firstName: line(100),
  lastName: line(100),
  jobTitle: line(150).nullable(),
  department: line(100).nullable(),
  site: line(100).nullable(),
  phone: line(30).nullable(),
}

export const people = {
  me: read('GET /users/me', {
    may: 'signed-in',
    summary: 'My profile, roles, permissions and companies',
    reply: Me,
  }),
  updateMe: command('PUT /users/me', {
    may: 'signed-in',
    summary: 'Change my profile',
    body: z
      .strictObject({ firstName: profile.firstName, lastName: profile.lastName, phone: profile.phone })
      .partial(),
    reply: Me,
    errors: [412],
    events: ['person.updated'],
  }),
  reports: read('GET /users/me/reports', {
    may: 'people.read',
    summary: 'My people: who has me as manager, and in whose name I may ask',
    reply: list(PersonRef),
  }),
  preferences: read('GET /users/me/preferences', {
    may: 'signed-in',
    summary: 'Theme, density, time zone, shortcuts',
    reply: Preferences,
  }),
  setPreferences: command('PATCH /users/me/preferences', {
    may: 'signed-in',
    summary: 'Change preferences',
    body: Preferences.partial(),
    reply: Preferences,
    log: false,
  }),
  list: read('GET /users', {
    exports: true,
    may: 'people.list',
    summary: 'The directory',
    query: z.strictObject({
      q: line(100).optional(),
      role: oneOf(z.enum(['employee', 'technician', 'supervisor', 'admin'])).optional(),
      state: oneOf(z.enum(['INVITED', 'ACTIVE', 'BLOCKED'])).optional(),
      department: oneOf(z.string().max(100)).optional(),
      site: oneOf(z.string().max(100)).optional(),
      managerId: uuid.optional(),
      deleted: z.stringbool().optional(),
      sort: z
        .enum(['name', '-name', 'createdAt', '-createdAt', 'lastSignInAt', '-lastSignInAt'])
        .default('name'),
      ...paging,
    }),
    reply: page(PersonRow),
  }),
  facets: read('GET /users/facets', {
    may: 'people.list',
    summary: 'The departments and sites in use, for filters',
    reply: z.strictObject({ departments: z.array(z.string()), sites: z.array(z.string()) }),
  }),
  departments: read('GET /departments', {
    may: 'people.read',
    summary: 'The departments of the company, with how many people each has',
    reply: list(z.strictObject({ name: z.string(), peopleCount: z.int() })),
  }),
  create: command('POST /users', {
    may: 'people.manage',
    summary: 'Create a person and, unless told otherwise, mail the invitation',
    body: z.strictObject({
      email,
      firstName: profile.firstName,
      lastName: profile.lastName,
      jobTitle: profile.jobTitle.optional(),
      department: profile.department.optional(),
      site: profile.site.optional(),
      phone: profile.phone.optional(),
      managerId: uuid.nullable().optional(),
      roles: z.array(Grant).max(20).optional(),
      sendInvitation: z.boolean().default(true),
    }),
    reply: Person,
    status: 201,
    errors: [409, 422],
    events: ['person.created', 'person.invited'],
  }),
  get: read('GET /users/:id', {
    may: 'people.read',
    summary: 'One person; fields by permission',
    reply: Person,
  }),
  update: command('PATCH /users/:id', {
    may: 'people.manage',
    summary: 'Change a person',
    body: z.strictObject({ ...profile, managerId: uuid.nullable(), isVip: z.boolean() }).partial(),
    reply: Person,
    errors: [412, 422],
    events: ['person.updated'],
  }),
  remove: command('DELETE /users/:id', {
    provedWithin: proofs.rights,
    may: 'people.manage',
    summary: 'Deactivate a person: sign-in ends, history stays',
    status: 204,
    errors: [409, 412],
    events: ['person.deleted'],
  }),
  restore: command('POST /users/:id/restore', {
    provedWithin: proofs.rights,
    may: 'people.manage',
    summary: 'Undo the deactivation',
    reply: Person,
    errors: [409, 412],
    events: ['person.restored'],
  }),
  block: command('POST /users/:id/block', {
    provedWithin: proofs.rights,
    may: 'people.manage',
    summary: 'Block sign-in and end every session',
    reply: Person,
    errors: [409, 412],
    events: ['person.blocked'],
  }),
  unblock: command('POST /users/:id/unblock', {
    provedWithin: proofs.rights,
    may: 'people.manage',
    summary: 'Allow sign-in again',
    reply: Person,
    errors: [409, 412],
    events: ['person.unblocked'],
  }),
  invite: command('POST /users/:id/invite', {
    may: 'people.manage',
    summary: 'Send the invitation, again if need be',
    status: 202,
    rate: 'mail',
    errors: [409, 412],
    events: ['person.invited'],
  }),
  ...peopleAccess,
}

const none = z.strictObject({})

export const peopleEvents = {
  'person.created': event('staff', '{actor} added {subject}', none),
  'person.invited': event('staff', '{actor} invited {subject}', none),
  'person.updated': event(
    'staff',
    '{actor} changed {subject}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'person.deleted': event('staff', '{actor} removed {subject}', none),
  'person.restored': event('staff', '{actor} restored {subject}', none),
  'person.blocked': event('staff', '{actor} blocked {subject}', none),
  'person.unblocked': event('staff', '{actor} unblocked {subject}', none),
  'person.roles_changed': event(
    'person',
    '{actor} changed the roles of {subject}',
    z.strictObject({ roles: z.array(Grant) }),
  ),
}

import * as z from 'zod'
import { command, email, event, instant, line, list, read, uuid, zone } from './kit.ts'
import { proofs } from './proofs.ts'

export const companyPermissions = {
  'company.manage': 'Change the company’s name, zone and colour',
  'platform.manage': 'Create and suspend companies',
} as const

export const Company = z.strictObject({
  id: uuid,
  name: z.string(),
  slug: z.string(),
  zone: z.string(),
  locale: z.string(),
  state: z.enum(['ACTIVE', 'SUSPENDED']),
  isDemo: z.boolean(),
  createdAt: instant,
  version: z.int(),
})

export const companies = {
  publicSettings: read('GET /setting/public', {
    may: 'anyone',
    summary: 'What the sign-in page needs before anyone is known',
    reply: z.strictObject({
      /** The only company's name, or nothing where there are several. */
      companyName: z.string().nullable(),
      needsSetUp: z.boolean(),
      isDemo: z.boolean(),
      /** Mail goes to the mailbox page because no mail server is configured. */
      hasMailbox: z.boolean(),
      mailConfigured: z.boolean(),
      demoSignIns: z.array(z.strictObject({ email: z.string(), role: z.string() })),
    }),
  }),
  general: read('GET /setting/general', { may: 'company.manage', summary: 'The company', reply: Company }),
  updateGeneral: command('PATCH /setting/general', {
    may: 'company.manage',
    summary: 'Change name, zone or locale of the company',
    body: z.strictObject({ name: line(100), zone, locale: line(35) }).partial(),
    reply: Company,
    errors: [412],
    events: ['company.updated'],
  }),
  platformList: read('GET /platform/companies', {
    may: 'platform.manage',
    summary: 'Every company with its use',
    reply: list(Company.extend({ peopleCount: z.int(), requestCount: z.int() })),
  }),
  platformGet: read('GET /platform/companies/:id', {
    may: 'platform.manage',
    summary: 'One company with its use',
    reply: Company.extend({ peopleCount: z.int(), requestCount: z.int() }),
  }),
  platformCreate: command('POST /platform/companies', {
    provedWithin: proofs.rights,
    may: 'platform.manage',
    summary: 'Create a company with its first admin, who gets an invitation',
    body: z.strictObject({
      name: line(100),
      zone: zone.default('UTC'),
      locale: line(35).default('en'),
      admin: z.strictObject({ firstName: line(100), lastName: line(100), email }),
    }),
    reply: Company,
    status: 201,
    errors: [409, 422],
    events: ['company.created'],
  }),
  suspend: command('POST /platform/companies/:id/suspend', {
    provedWithin: proofs.rights,
    may: 'platform.manage',
    summary: 'Suspend a company: nobody of it can sign in',
    reply: Company,
    errors: [409],
    events: ['company.suspended'],
  }),
  resume: command('POST /platform/companies/:id/resume', {
    provedWithin: proofs.rights,
    may: 'platform.manage',
    summary: 'Let a suspended company sign in again',
    reply: Company,
    errors: [409],
    events: ['company.resumed'],
  }),
}

const none = z.strictObject({})
export const companyEvents = {
  'company.created': event('nobody', '{actor} created the company', none),
  'company.updated': event(
    'staff',
    '{actor} changed the company',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'company.suspended': event('nobody', '{actor} suspended the company', none),
  'company.resumed': event('nobody', '{actor} resumed the company', none),
}

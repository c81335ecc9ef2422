import * as z from 'zod'
import { command, day, event, instant, line, oneOf, page, paging, read, text, uuid } from './kit.ts'
import { Money } from './money.ts'

export const CertificateKind = z.enum(['CERTIFICATE', 'DOMAIN'])
export type CertificateKind = z.output<typeof CertificateKind>

/** How many days before it expires its owner wants to know, where nobody says otherwise. */
export const usualRemindDays = 30

const fields = {
  kind: CertificateKind,
  /** What it is for: a host name, a domain. */
  name: line(253),
  expiresOn: day,
  /** Who issued a certificate, or keeps a domain. */
  issuer: line(120).nullable(),
  renewsItself: z.boolean(),
  ownerId: uuid.nullable(),
  /** The desk whose technicians change it; null where those of any may. */
  deskId: uuid.nullable(),
  /** The thing that it is on. */
  assetId: uuid.nullable(),
  /** What it costs each time. */
  cost: Money.extend({
    amount: z.string().regex(/^\d{1,15}$/, 'Minor units as text, such as "1250" for 12.50.'),
  }).nullable(),
  remindDays: z.int().min(1).max(365),
  notes: text(4000).nullable(),
}

export const Certificate = z.strictObject({
  id: uuid,
  kind: CertificateKind,
  name: z.string(),
  issuer: z.string().nullable(),
  expiresOn: day,
  /** Negative once it is over. */
  daysLeft: z.int(),
  /** It expires within its days of reminding and does not renew itself, or has expired. */
  isDue: z.boolean(),
  renewsItself: z.boolean(),
  owner: z.strictObject({ id: uuid, name: z.string() }).nullable(),
  /** Of the desk that keeps it; null where any technician may. */
  deskId: uuid.nullable(),
  deskName: z.string().nullable(),
  asset: z.strictObject({ id: uuid, assetTag: z.string(), name: z.string().nullable() }).nullable(),
  cost: Money.nullable(),
  remindDays: z.int(),
  notes: z.string().nullable(),
  version: z.int(),
  updatedAt: instant,
})
export type Certificate = z.output<typeof Certificate>

const { kind, name, expiresOn, ...optional } = fields
const may = 'assets.work'

export const certificates = {
  list: read('GET /certificates', {
    may: 'assets.read',
    summary: 'Certificates and domains, what expires next first',
    query: z.strictObject({
      q: line(200).optional(),
      kind: oneOf(CertificateKind).optional(),
      isDue: z.stringbool().optional(),
      sort: z.enum(['expires', '-expires', 'name', '-name']).default('expires'),
      ...paging,
    }),
    reply: page(Certificate),
    exports: true,
  }),
  get: read('GET /certificates/:id', {
    may: 'assets.read',
    summary: 'One certificate or domain',
    reply: Certificate,
  }),
  create: command('POST /certificates', {
    may,
    summary: 'Add a certificate or a domain',
    body: z.strictObject({ kind, name, expiresOn, ...z.strictObject(optional).partial().shape }),
    reply: Certificate,
    status: 201,
    errors: [422],
    events: ['certificate.created'],
    example: { body: { kind: 'DOMAIN', name: 'harbour.example', expiresOn: '2027-05-01' } },
  }),
  change: command('PATCH /certificates/:id', {
    may,
    summary: 'Change it; a later day of expiry is how it is renewed',
    body: z
      .strictObject(fields)
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Certificate,
    errors: [412, 422],
    events: ['certificate.updated'],
    example: { body: { expiresOn: '2028-05-01' } },
  }),
  remove: command('DELETE /certificates/:id', {
    may,
    summary: 'Delete it; `POST /undo/:operationId` brings it back',
    reply: Certificate.extend({ operationId: uuid }),
    errors: [412],
    events: ['certificate.deleted'],
  }),
}

const none = z.strictObject({})
export const certificateEvents = {
  'certificate.created': event('staff', '{actor} added {ref}', none),
  'certificate.updated': event(
    'staff',
    '{actor} changed {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'certificate.deleted': event('staff', '{actor} deleted {ref}', none),
  'certificate.restored': event('staff', '{actor} brought {ref} back', none),
}

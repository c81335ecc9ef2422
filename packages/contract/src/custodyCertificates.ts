import * as z from 'zod'
import { command, event, instant, list, read } from './kit.ts'
import { proofs } from './proofs.ts'

export const SigningKey = z.strictObject({
  /** SHA-256 of the public key (DER), in hexadecimal digits: what a certificate calls it. */
  id: z.string(),
  algorithm: z.literal('Ed25519'),
  /** PEM. */
  publicKey: z.string(),
  createdAt: instant,
  /** From then on another one signs; what this one signed is checked with it still. */
  retiredAt: instant.nullable(),
})
export type SigningKey = z.output<typeof SigningKey>

/** The most events that one certificate holds. */
export const certificateLimit = 10_000

export const custodyCertificates = {
  get: read('GET /assets/:id/certificate', {
    may: 'signed-in',
    summary:
      'A signed file of who had a thing when, which anybody checks without Deskhand; who took one is written down',
    description:
      'JSON: the events of the thing as signed, a chain of their hashes, and an Ed25519 signature by the key of the company. `format=pdf` is the same for people, with that file attached. Whoever only has the thing gets what happened since they have it. How to check one: docs/guides/custody-certificate.md.',
    query: z.strictObject({ format: z.enum(['json', 'pdf']).default('json') }),
    errors: [409, 422],
    download: ['application/json', 'application/pdf'],
  }),
  keys: read('GET /companies/:companyId/signing-keys', {
    may: 'anyone',
    summary: 'The public keys by which the signatures of a company are checked, the newest first',
    reply: list(SigningKey),
  }),
  rotate: command('POST /management/signing-keys', {
    may: 'company.manage',
    provedWithin: proofs.rights,
    summary: 'Sign with a new key from now on',
    reply: SigningKey,
    status: 201,
    events: ['signing_key.created'],
  }),
}

export const custodyCertificateEvents = {
  'signing_key.created': event(
    'staff',
    '{actor} made the key {ref} to sign with',
    z.strictObject({ keyId: z.string() }),
  ),
  /** Not among what happened to the thing, which would grow by being looked at. */
  'custody_certificate.taken': event(
    'staff',
    '{actor} took a custody certificate of {ref}',
    z.strictObject({ keyId: z.string(), format: z.enum(['json', 'pdf']) }),
  ),
}

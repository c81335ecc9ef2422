import * as z from 'zod'
import { command, day, event, instant, line, oneOf, page, paging, read, text, uuid } from './kit.ts'
import { Money } from './money.ts'

/** FILED until the insurer has decided. */
export const ClaimState = z.enum(['FILED', 'PAID', 'REFUSED', 'WITHDRAWN'])
export type ClaimState = z.output<typeof ClaimState>

const claimFields = {
  insurer: line(200),
  /** The insurer's number of the claim, once it has one. */
  number: line(100).nullable(),
  state: ClaimState,
  filedOn: day,
  /** What the insurer pays. */
  paid: Money.nullable(),
  note: text(4000).nullable(),
}

/** What an insurer was asked to pay for a thing that is lost, stolen or broken. */
export const InsuranceClaim = z.strictObject({
  assetId: uuid,
  assetTag: z.string(),
  assetName: z.string(),
  ...claimFields,
  insurer: z.string(),
  updatedAt: instant,
  version: z.int(),
})
export type InsuranceClaim = z.output<typeof InsuranceClaim>

export const insuranceClaims = {
  list: read('GET /insurance-claims', {
    may: 'assets.read',
    exports: true,
    summary: 'Insurance claims for things, the latest first',
    query: z.strictObject({ state: oneOf(ClaimState).optional(), ...paging }),
    reply: page(InsuranceClaim),
  }),
  get: read('GET /assets/:id/insurance-claim', {
    may: 'assets.read',
    summary: 'The insurance claim for a thing, if there is one',
    reply: z.strictObject({ claim: InsuranceClaim.nullable() }),
  }),
  save: command('PUT /assets/:id/insurance-claim', {
    may: 'assets.work',
    summary: 'Write down what an insurer was asked to pay for a thing, and what became of it',
    description:
      'One claim for each thing; the ledger of the thing keeps what it said before. Whoever changes one sends its version as `If-Match`. `paid` belongs to PAID alone.',
    body: z
      .strictObject({
        ...claimFields,
        number: claimFields.number.default(null),
        state: claimFields.state.default('FILED'),
        paid: claimFields.paid.default(null),
        note: claimFields.note.default(null),
      })
      .refine(({ state, paid }) => paid === null || state === 'PAID', {
        message: 'Only a claim that is paid has an amount.',
        path: ['paid'],
      }),
    reply: InsuranceClaim,
    errors: [412, 422],
    events: ['asset.claim_saved'],
    example: { body: { insurer: 'Mapfre', number: 'S-2027-118', filedOn: '2027-02-03' } },
  }),
}

export const insuranceClaimEvents = {
  'asset.claim_saved': event(
    'staff',
    '{actor} wrote down the insurance claim for {ref}',
    z.strictObject({ state: ClaimState }),
  ),
}

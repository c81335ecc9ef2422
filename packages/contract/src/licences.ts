import * as z from 'zod'
import { command, day, event, instant, line, list, oneOf, page, paging, read, text, uuid } from './kit.ts'
import {
  changedLicence,
  changedTerm,
  FreedBecause,
  HeldSeat,
  Licence,
  LicenceKind,
  LicenceRenewal,
  LicenceRow,
  LicenceSeat,
  LicenceTerm,
  newLicence,
  newTerm,
} from './licenceShapes.ts'
import { LicenceTermState } from './licenceTermStates.ts'
import { proofs } from './proofs.ts'

export const licencePermissions = {
  'licences.keys': 'See the keys of licences',
} as const

const sorts = ['name', '-name', 'free', '-free', 'ends', '-ends'] as const
const done = { operationId: uuid }

/** One line of what happened to a licence. */
export const LicenceEvent = z.strictObject({
  /** Of the log. */
  id: z.string(),
  name: z.string(),
  /** Its sentence: "Ana Torres gave a seat of Figma away". */
  words: z.string(),
  at: instant,
  actorName: z.string().nullable(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  details: z.record(z.string(), z.unknown()),
  operationId: uuid.nullable(),
})
export type LicenceEvent = z.output<typeof LicenceEvent>

export const licences = {
  list: read('GET /licences', {
    may: 'assets.read',
    summary: 'Licences and subscriptions, with how many of their seats are free',
    query: z.strictObject({
      q: line(200).optional(),
      kind: oneOf(LicenceKind).optional(),
      /** By the state of the term that counts. */
      state: oneOf(LicenceTermState).optional(),
      /** Fewer seats are free than should be. */
      isLow: z.stringbool().optional(),
      isRetired: z.stringbool().default(false),
      softwareTitleId: uuid.optional(),
      ownerId: uuid.optional(),
      sort: z.enum(sorts).default('name'),
      ...paging,
    }),
    reply: page(LicenceRow),
    exports: true,
  }),
  create: command('POST /licences', {
    may: 'assets.work',
    summary: 'Add a licence, with its first term where one is known',
    description:
      'The key is kept encrypted; no answer but that of `GET /licences/:id/key` has it. Giving one needs `licences.keys`.',
    body: newLicence,
    reply: Licence,
    status: 201,
    errors: [422],
    events: ['licence.created', 'licence.term_added'],
    example: { body: { name: 'Figma', kind: 'PER_PERSON', seats: 40, minimumFree: 3 } },
  }),
  renewals: read('GET /licences/renewals', {
    may: 'assets.read',
    summary: 'Terms by the next of their days: the last to give notice, the renewal, the end',
    query: z.strictObject({ from: day.optional(), until: day.optional(), ...paging }),
    reply: page(LicenceRenewal),
    exports: true,
  }),
  get: read('GET /licences/:id', {
    may: 'assets.read',
    summary: 'One licence with its terms; its key has a route of its own',
    reply: Licence,
  }),
  change: command('PATCH /licences/:id', {
    may: 'assets.work',
    summary: 'Change a licence',
    description:
      'There are never fewer seats than are used, and its kind fits those who have them. Another key, or none, needs `licences.keys`.',
    body: changedLicence,
    reply: Licence,
    errors: [409, 412, 422],
    events: ['licence.updated'],
    example: { body: { seats: 45 } },
  }),
  retire: command('DELETE /licences/:id', {
    may: 'assets.work',
    summary:
      'Retire a licence: its seats are freed, its history stays; `POST /undo/:operationId` takes it back',
    reply: Licence.extend(done),
    errors: [409, 412],
    events: ['licence.retired', 'licence.seat_freed'],
  }),
  key: read('GET /licences/:id/key', {
    may: 'licences.keys',
    provedWithin: proofs.rights,
    summary: 'The key of a licence; who read it is written down',
    reply: z.strictObject({ key: z.string() }),
  }),
  events: read('GET /licences/:id/events', {
    may: 'assets.read',
    summary: 'What happened to a licence, newest first',
    query: z.strictObject(paging),
    reply: page(LicenceEvent),
  }),
  seats: read('GET /licences/:id/seats', {
    may: 'assets.read',
    summary: 'Who and what has its seats; with `isFreed` who had them',
    query: z.strictObject({ isFreed: z.stringbool().default(false), q: line(200).optional(), ...paging }),
    reply: page(LicenceSeat),
  }),
  assign: command('POST /licences/:id/seats', {
    may: 'assets.work',
    summary: 'Give a seat to a person or a thing, as the kind of the licence says',
    description: 'The last seat goes once, however many ask at the same time: 409 where none is free.',
    body: z
      .strictObject({ personId: uuid.optional(), assetId: uuid.optional(), note: line(300).optional() })
      .refine(({ personId, assetId }) => (personId === undefined) !== (assetId === undefined), {
        message: 'Name a person or a thing, one of them.',
        path: ['personId'],
      }),
    reply: LicenceSeat.extend(done),
    status: 201,
    errors: [409, 422],
    events: ['licence.seat_assigned'],
    example: { body: { personId: '0190a000-0000-7000-8000-000000000001' } },
  }),
  free: command('DELETE /licences/:id/seats/:seatId', {
    may: 'assets.work',
    summary: 'Free a seat; `POST /undo/:operationId` gives it back',
    reply: LicenceSeat.extend(done),
    errors: [409],
    events: ['licence.seat_freed'],
  }),
  addTerm: command('POST /licences/:id/terms', {
    may: 'assets.work',
    summary: 'Add a term; two of one licence never overlap',
    body: newTerm,
    reply: LicenceTerm,
    status: 201,
    errors: [409, 422],
    events: ['licence.term_added'],
    example: { body: { startsOn: '2027-01-01', endsOn: '2027-12-31', renewsItself: true } },
  }),
  changeTerm: command('PATCH /licences/:id/terms/:termId', {
    may: 'assets.work',
    summary: 'Set right what is written of a term that is not over',
    body: changedTerm,
    reply: LicenceTerm,
    errors: [409, 412, 422],
    events: ['licence.term_updated'],
    example: { body: { notice: { count: 3, unit: 'MONTHS' } } },
  }),
  moveTerm: command('POST /licences/:id/terms/:termId/transitions', {
    may: 'assets.work',
    summary: 'Begin a term, give notice, renew it or end it',
    description:
      'PLANNED → ACTIVE → IN_NOTICE → RENEWED or ENDED. To `IN_NOTICE` is to give notice. `RENEWED` makes the next term, as long and at the same cost where `next` does not say otherwise. `ENDED` before its last day ends it today.',
    body: z.strictObject({ to: LicenceTermState, reason: text(1000).optional(), next: newTerm.optional() }),
    reply: Licence,
    errors: [409, 412, 422],
    events: ['licence.term_moved', 'licence.term_added'],
    example: { body: { to: 'IN_NOTICE', reason: 'We moved to another tool.' } },
  }),
  ofAsset: read('GET /assets/:id/licences', {
    may: 'assets.read',
    summary: 'Seats that a thing has',
    reply: list(HeldSeat),
  }),
  ofPerson: read('GET /users/:id/licences', {
    may: 'assets.read',
    summary: 'Seats that a person has',
    reply: list(HeldSeat),
  }),
}

const none = z.strictObject({})
const fields = z.strictObject({ fields: z.array(z.string()) })
const seat = { seatId: uuid, to: z.string(), personId: uuid.nullable(), assetId: uuid.nullable() }

export const licenceEvents = {
  'licence.created': event('staff', '{actor} added the licence {ref}', none),
  'licence.updated': event('staff', '{actor} changed the licence {ref}', fields),
  'licence.retired': event('staff', '{actor} retired the licence {ref}', none),
  'licence.deleted': event('staff', '{actor} took back that the licence {ref} was added', none),
  'licence.restored': event('staff', '{actor} brought the licence {ref} back', none),
  'licence.key_read': event('staff', '{actor} read the key of {ref}', none),
  'licence.seat_assigned': event('staff', '{actor} gave a seat of {ref} away', z.strictObject(seat)),
  'licence.seat_freed': event(
    'staff',
    '{actor} freed a seat of {ref}',
    z.strictObject({ ...seat, because: FreedBecause }),
  ),
  'licence.term_added': event(
    'staff',
    '{actor} added a term to {ref}',
    z.strictObject({ termId: uuid, startsOn: day, endsOn: day.nullable() }),
  ),
  'licence.term_updated': event(
    'staff',
    '{actor} changed a term of {ref}',
    z.strictObject({ termId: uuid, fields: z.array(z.string()) }),
  ),
  'licence.term_moved': event(
    'staff',
    '{actor} moved a term of {ref} on',
    z.strictObject({
      termId: uuid,
      from: LicenceTermState,
      to: LicenceTermState,
      reason: z.string().nullable(),
    }),
  ),
}

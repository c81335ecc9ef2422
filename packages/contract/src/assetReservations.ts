import * as z from 'zod'
import { AssetCondition } from './assetShapes.ts'
import { command, event, instant, list, oneOf, page, paging, read, text, uuid } from './kit.ts'
import { reservationStates } from './reservationStates.ts'
import { accessoriesBack } from './stockShapes.ts'

/** Since when before its beginning a thing lies ready, how long it waits to be collected, and when the desk is told. */
export const reservationTerms = {
  setAsideHours: 12,
  collectHours: 24,
  deskHearsAfterHours: 24,
  longestDays: 366,
  aheadDays: 731,
} as const

const State = z.enum(reservationStates.states)

export const AssetReservation = z.strictObject({
  id: uuid,
  state: State,
  /** What is kept for it; null for a draft. */
  assetId: uuid.nullable(),
  assetTag: z.string().nullable(),
  /** What was asked for: this very thing, any of a model, or any of a category. */
  asked: z.enum(['ASSET', 'MODEL', 'CATEGORY']),
  modelId: uuid.nullable(),
  categoryId: uuid,
  name: z.string(),
  icon: z.string(),
  personId: uuid,
  personName: z.string(),
  reservedByName: z.string().nullable(),
  startsAt: instant,
  endsAt: instant,
  /** Until when nobody else gets it afterwards. */
  freeAt: instant,
  note: z.string().nullable(),
  reason: z.string().nullable(),
  /** It lies ready for whoever it is for. */
  isSetAside: z.boolean(),
  handedOutAt: instant.nullable(),
  returnedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  version: z.int(),
  /** The moves that the caller may make now. */
  moves: z.array(State),
  /** Whether the caller may change its period. */
  mayChange: z.boolean(),
})
export type AssetReservation = z.output<typeof AssetReservation>

/** As it is now, and what `POST /undo/:operationId` takes back. */
const Done = AssetReservation.extend({ operationId: uuid })

const what = {
  assetId: uuid.optional(),
  modelId: uuid.optional(),
  categoryId: uuid.optional(),
}
type What = { assetId?: string | undefined; modelId?: string | undefined; categoryId?: string | undefined }
const namesOne = ({ assetId, modelId, categoryId }: What) =>
  [assetId, modelId, categoryId].filter((id) => id !== undefined).length === 1
const sayOne = { message: 'Name exactly one: a thing, a model or a category.', path: ['assetId'] }

type Period = { startsAt?: string | undefined; endsAt?: string | undefined }
const day = 86_400_000
const isForward = ({ startsAt, endsAt }: Period) =>
  startsAt === undefined || endsAt === undefined || Date.parse(startsAt) < Date.parse(endsAt)
const isShort = ({ startsAt, endsAt }: Period) =>
  startsAt === undefined ||
  endsAt === undefined ||
  Date.parse(endsAt) - Date.parse(startsAt) <= reservationTerms.longestDays * day
const endsLater = { message: 'It ends after it begins.', path: ['endsAt'] }
const notLonger = { message: 'It is lent for a year at most.', path: ['endsAt'] }

/** A time in which a thing is taken, without who has it. */
const Busy = z.strictObject({ from: instant, until: instant })

export const LoanAvailability = z.strictObject({
  /** How many are free for the whole period. */
  freeCount: z.int(),
  /** From when on one is free for as long as this; null where none ever is. */
  nextFreeAt: instant.nullable(),
  things: z.array(
    z.strictObject({
      /** Only for whoever works at a desk. */
      assetId: uuid.nullable(),
      assetTag: z.string().nullable(),
      isFree: z.boolean(),
      busy: z.array(Busy),
    }),
  ),
})
export type LoanAvailability = z.output<typeof LoanAvailability>

/** What can be borrowed. */
export const Loanable = z.strictObject({
  modelId: uuid.nullable(),
  categoryId: uuid.nullable(),
  name: z.string(),
  kind: z.string(),
  icon: z.string(),
  thingCount: z.int(),
  /** Free at this moment. */
  freeCount: z.int(),
})
export type Loanable = z.output<typeof Loanable>

const some = '0190a000-0000-7000-8000-000000000001'

export const assetReservations = {
  list: read('GET /asset-reservations', {
    may: 'signed-in',
    exports: true,
    summary: 'Reservations by their beginning: all for whoever works at a desk, one’s own for others',
    query: z.strictObject({
      state: oneOf(State).optional(),
      assetId: uuid.optional(),
      modelId: uuid.optional(),
      categoryId: uuid.optional(),
      personId: z.union([uuid, z.literal('me')]).optional(),
      /** Those that touch the time from here … */
      from: instant.optional(),
      /** … to here. */
      until: instant.optional(),
      ...paging,
    }),
    reply: page(AssetReservation),
  }),
  get: read('GET /asset-reservations/:id', {
    may: 'signed-in',
    summary: 'One reservation',
    reply: AssetReservation,
  }),
  create: command('POST /asset-reservations', {
    may: 'signed-in',
    summary: 'Reserve a thing for a period: this one, or a free one of a model or a category',
    description:
      'Whoever keeps such things reserves for anybody, and it is confirmed at once; others ask for themselves, of what is lent to everybody. What is taken then answers 409 and says when it is free. A draft keeps nothing.',
    body: z
      .strictObject({
        ...what,
        startsAt: instant,
        endsAt: instant,
        /** For whom; without it, for oneself. */
        personId: uuid.optional(),
        note: text(2000).optional(),
        isDraft: z.boolean().default(false),
      })
      .refine(namesOne, sayOne)
      .refine(isForward, endsLater)
      .refine(isShort, notLonger),
    reply: Done,
    status: 201,
    errors: [409, 422],
    events: ['asset_reservation.made'],
    example: {
      body: { modelId: some, startsAt: '2027-01-04T09:00:00+01:00', endsAt: '2027-01-08T17:00:00+01:00' },
    },
  }),
  change: command('PATCH /asset-reservations/:id', {
    may: 'signed-in',
    summary: 'Move it, extend it, or write another note',
    description:
      'Extending what is out moves the day on which it is due. Whoever asked for a confirmed one and moves it before it begins asks anew.',
    body: z
      .strictObject({ startsAt: instant, endsAt: instant, note: text(2000).nullable(), assetId: uuid })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.')
      .refine(isForward, endsLater)
      .refine(isShort, notLonger),
    reply: Done,
    errors: [409, 412, 422],
    events: ['asset_reservation.changed', 'asset.updated'],
    example: { body: { endsAt: '2027-01-15T17:00:00+01:00' } },
  }),
  transition: command('POST /asset-reservations/:id/transitions', {
    may: 'signed-in',
    summary: 'Ask for a draft, confirm, hand out, take back, or cancel',
    description:
      '`ONGOING` hands the thing out until the reservation ends, `COMPLETE` takes it back with its condition; both go the way of every hand-over. A move that the table does not have answers 409 with those that are there.',
    body: z.strictObject({
      to: State,
      reason: text(2000).optional(),
      condition: AssetCondition.optional(),
      note: text(2000).optional(),
      /** Where it is put when it comes back; without it, where it was before. */
      locationId: uuid.optional(),
      /** With COMPLETE: what went along with it and is back; the rest stays with whoever has it. */
      returnedAccessories: accessoriesBack.optional(),
    }),
    reply: Done,
    errors: [409, 412, 422],
    events: [
      'asset_reservation.moved',
      'asset.checked_out',
      'asset.checked_in',
      'acceptance.received',
      'stock_item.returned',
    ],
    example: { body: { to: 'RESERVED' } },
  }),
  availability: read('GET /asset-reservations/availability', {
    may: 'signed-in',
    summary: 'When the things of a kind are taken, and how many are free for a period',
    query: z
      .strictObject({
        ...what,
        from: instant,
        until: instant,
        /** One’s own, which is no hindrance. */ except: uuid.optional(),
      })
      .refine(namesOne, sayOne)
      .refine(({ from, until }) => isForward({ startsAt: from, endsAt: until }), {
        message: 'It ends after it begins.',
        path: ['until'],
      }),
    reply: LoanAvailability,
  }),
  catalogue: read('GET /asset-reservations/catalogue', {
    may: 'signed-in',
    summary: 'What everybody can ask to borrow',
    reply: list(Loanable),
  }),
}

const state = State
export const assetReservationEvents = {
  'asset_reservation.made': event(
    'everyone',
    '{actor} reserved {ref}',
    z.strictObject({ state, personId: uuid, assetId: uuid.nullable() }),
  ),
  'asset_reservation.changed': event(
    'everyone',
    '{actor} changed the reservation of {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'asset_reservation.moved': event(
    'everyone',
    '{actor} changed where the reservation of {ref} is',
    z.strictObject({ from: state, to: state, reason: z.string().nullable() }),
  ),
  'asset_reservation.chased': event(
    'everyone',
    '{ref} was to come back',
    z.strictObject({ whom: z.enum(['HOLDER', 'DESK']) }),
  ),
  'asset_reservation.undone': event(
    'everyone',
    '{actor} took back what was done with the reservation of {ref}',
    z.strictObject({ event: z.string() }),
  ),
}

import * as z from 'zod'
import { AssetCondition } from './assetShapes.ts'
import { command, event, instant, line, oneOf, page, paging, read, text, uuid } from './kit.ts'
import { CountedItem } from './stockShapes.ts'

/** How long somebody has to agree or refuse, and how often they can be reminded. */
export const acceptanceTerms = { days: 14, remindAfterDays: 7, hoursBetweenReminders: 4 } as const

/** What somebody is asked to agree to as they get things, or the receipt for what they gave back. */
export const AcceptanceKind = z.enum(['AGREEMENT', 'RECEIPT'])
export type AcceptanceKind = z.output<typeof AcceptanceKind>

/** A receipt is RECEIVED from the start, and VOID when taking the things back was undone. */
export const AcceptanceStatus = z.enum([
  'PENDING',
  'ACCEPTED',
  'DECLINED',
  'EXPIRED',
  'WITHDRAWN',
  'RECEIVED',
  'VOID',
])
export type AcceptanceStatus = z.output<typeof AcceptanceStatus>

/** The field that one signs in, in points. */
export const signatureField = { width: 1000, height: 400 } as const
const point = z.tuple([z.int().min(0).max(signatureField.width), z.int().min(0).max(signatureField.height)])
/** Strokes of a pen: lines, no picture. */
export const Strokes = z
  .array(z.array(point).min(2).max(1_000))
  .min(1)
  .max(60)
  .refine((strokes) => strokes.flat().length <= 6_000, 'That is more than a signature.')
export type Strokes = z.output<typeof Strokes>

const Someone = z.strictObject({ id: uuid, name: z.string() })

export const Acceptance = z.strictObject({
  id: uuid,
  kind: AcceptanceKind,
  state: AcceptanceStatus,
  /** Whoever got the things; of a receipt, whoever gave them back. */
  person: Someone,
  /** Whoever handed them out; of a receipt, whoever took them back. */
  askedBy: Someone.nullable(),
  askedAt: instant,
  /** A receipt waits for nobody. */
  expiresAt: instant.nullable(),
  remindedAt: instant.nullable(),
  /** What is agreed to, as it read when it was asked. */
  policies: z.array(z.strictObject({ category: z.string(), version: z.int(), text: z.string() })),
  things: z.array(
    z.strictObject({
      assetId: uuid,
      assetTag: z.string(),
      name: z.string(),
      serialNumber: z.string().nullable(),
      condition: AssetCondition.nullable(),
      /** It was given back, moved on or undone since; of a receipt, taking it back was undone. */
      endedAt: instant.nullable(),
    }),
  ),
  /** What went along with them; of a receipt, what came back with them. */
  accessories: z.array(CountedItem),
  /** What was said as it was taken back. */
  note: z.string().nullable(),
  decidedAt: instant.nullable(),
  via: z.enum(['APP', 'LINK', 'SCREEN']).nullable(),
  /** On whose screen it was signed. */
  witness: Someone.nullable(),
  signedAs: z.string().nullable(),
  isDrawn: z.boolean(),
  /** SHA-256 of all that was agreed to and how, in hexadecimal. */
  hash: z.string().nullable(),
  reason: z.string().nullable(),
  /** What a refusal opened at the desk. */
  requestRef: z.string().nullable(),
})
export type Acceptance = z.output<typeof Acceptance>

const signing = {
  /** The own name, as it stands there. */
  name: line(200),
  /** A drawn signature; without it the typed name is one. */
  strokes: Strokes.optional(),
}
const Signed = z.strictObject(signing)
const Refused = z.strictObject({ reason: text(2000) })

/** What the link of a mail shows. */
export const AcceptanceLink = Acceptance.omit({ askedBy: true, witness: true }).extend({
  companyName: z.string(),
  askedByName: z.string(),
})

export const acceptances = {
  list: read('GET /acceptances', {
    exports: true,
    may: 'signed-in',
    summary:
      'What people were asked to agree to and receipts for what they gave back, newest first: own ones, and all for who works at a desk',
    query: z.strictObject({
      kind: AcceptanceKind.optional(),
      state: oneOf(AcceptanceStatus).optional(),
      person: z.union([uuid, z.literal('me')]).optional(),
      assetId: uuid.optional(),
      ...paging,
    }),
    reply: page(Acceptance),
  }),
  get: read('GET /acceptances/:id', {
    may: 'signed-in',
    summary: 'The text, the things, and how it stands',
    reply: Acceptance,
  }),
  accept: command('POST /acceptances/:id/accept', {
    may: 'signed-in',
    summary: 'Sign: by typing one’s name, or by drawing',
    description:
      'Whoever has the things signs. On the screen of a technician it takes a drawn signature, and says on whose screen it was.',
    body: Signed,
    reply: Acceptance,
    errors: [409, 422],
    events: ['acceptance.accepted', 'asset.accepted'],
    example: { body: { name: 'Marta Gil' } },
  }),
  decline: command('POST /acceptances/:id/decline', {
    may: 'signed-in',
    summary: 'Refuse, and say why: the desk gets a request; the things stay where they are, disputed',
    body: Refused,
    reply: Acceptance,
    errors: [409, 422],
    events: ['acceptance.declined', 'asset.declined', 'request.created'],
  }),
  remind: command('POST /acceptances/:id/remind', {
    may: 'assets.work',
    summary: 'Ask once more by mail, not more often than every four hours',
    reply: Acceptance,
    errors: [409],
    events: ['acceptance.reminded'],
  }),
  document: read('GET /acceptances/:id/document', {
    may: 'signed-in',
    summary: 'The text, the things and the signature, or the receipt, as a PDF with the hash of all of it',
    download: ['application/pdf'],
  }),
  seeLink: read('GET /acceptances/by-link/:token', {
    may: 'anyone',
    summary: 'What a mail link is about; changes nothing, however often it is opened',
    reply: AcceptanceLink,
    rate: 'sign-in',
  }),
  acceptByLink: command('POST /acceptances/by-link/:token/accept', {
    may: 'anyone',
    summary: 'Sign by the link of a mail, without signing in',
    body: Signed,
    reply: AcceptanceLink,
    errors: [409, 422],
    events: ['acceptance.accepted', 'asset.accepted'],
    rate: 'sign-in',
  }),
  declineByLink: command('POST /acceptances/by-link/:token/decline', {
    may: 'anyone',
    summary: 'Refuse by the link of a mail, without signing in',
    body: Refused,
    reply: AcceptanceLink,
    errors: [409, 422],
    events: ['acceptance.declined', 'asset.declined', 'request.created'],
    rate: 'sign-in',
  }),
}

const things = z.strictObject({ assetIds: z.array(uuid) })
const which = z.strictObject({ acceptanceId: uuid })

export const acceptanceEvents = {
  'acceptance.asked': event('person', '{actor} asked for an agreement about {ref}', things),
  'acceptance.reminded': event('person', '{actor} asked again for an agreement about {ref}', things),
  'acceptance.accepted': event('person', '{actor} agreed to have {ref}', things),
  'acceptance.declined': event('person', '{actor} did not agree to have {ref}', things),
  'acceptance.withdrawn': event('person', '{actor} took back what was handed out: {ref}', things),
  'acceptance.received': event('person', '{actor} gave a receipt for {ref}', things),
  'acceptance.voided': event('person', '{actor} made the receipt for {ref} void', things),
  'acceptance.expired': event('person', 'Nobody agreed to have {ref} in time', things),
  /** Lines of the stream of each thing. */
  'asset.accepted': event('everyone', '{actor} signed for {ref}', which),
  'asset.declined': event('everyone', '{actor} did not sign for {ref}', which),
  'asset.acceptance_expired': event('everyone', 'Nobody signed for {ref} in time', which),
}

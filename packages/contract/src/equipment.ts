import * as z from 'zod'
import { AcceptanceState, AssetStatus } from './assetShapes.ts'
import { command, day, event, instant, line, read, text, uuid } from './kit.ts'

/** One thing of whoever asks, as they speak of it. */
export const EquipmentThing = z.strictObject({
  id: uuid,
  assetTag: z.string(),
  /** What it is called: its own name, else its model, else its kind. */
  name: z.string(),
  kind: z.string(),
  icon: z.string(),
  serialNumber: z.string().nullable(),
  status: AssetStatus,
  since: instant.nullable(),
  dueAt: instant.nullable(),
  warrantyEndsOn: day.nullable(),
  acceptance: AcceptanceState,
  isDisputed: z.boolean(),
  confirmedAt: instant.nullable(),
  /** A stock-take asks whether they still have it. */
  isConfirmationAsked: z.boolean(),
  /** They asked for a way to give it back. */
  isReturnAsked: z.boolean(),
  /** The desk that hears of it. */
  deskCode: z.string().nullable(),
})
export type EquipmentThing = z.output<typeof EquipmentThing>

export const Equipment = z.strictObject({
  data: z.array(EquipmentThing),
  /** What waits for their signature. */
  toSign: z.array(
    z.strictObject({
      id: uuid,
      askedByName: z.string().nullable(),
      names: z.array(z.string()),
      expiresAt: instant,
    }),
  ),
})
export type Equipment = z.output<typeof Equipment>

/** What a label tells whoever stands before a thing that is not theirs. */
export const LabelledThing = z.strictObject({
  assetTag: z.string(),
  name: z.string(),
  /** From the site inwards; null while somebody has it. */
  place: z.string().nullable(),
})
export type LabelledThing = z.output<typeof LabelledThing>

/** Of the address on the label: nobody can make it up. */
const seal = line(40)

/** What came of it: the thing as it is now, and the request that the desk got. */
const Heard = EquipmentThing.extend({ requestRef: z.string().nullable() })

export const equipment = {
  mine: read('GET /users/me/equipment', {
    may: 'signed-in',
    summary: 'What the company gave me, and what waits for my signature',
    reply: Equipment,
  }),
  confirm: command('POST /users/me/equipment/:id/confirm', {
    may: 'signed-in',
    summary: 'Yes, I have this',
    reply: Heard,
    events: ['asset.confirmed'],
  }),
  dispute: command('POST /users/me/equipment/:id/dispute', {
    may: 'signed-in',
    summary: 'I do not have this: the desk gets a request, and the thing is marked as disputed',
    body: z.strictObject({ reason: text(2000) }),
    reply: Heard,
    errors: [409],
    events: ['asset.disputed', 'request.created'],
  }),
  askReturn: command('POST /users/me/equipment/:id/ask-return', {
    may: 'signed-in',
    summary: 'I want to give this back: the desk gets a request',
    body: z.strictObject({ note: text(2000).optional() }),
    reply: Heard,
    errors: [409],
    events: ['asset.return_asked', 'request.created'],
  }),
  reportFault: command('POST /users/me/equipment/:id/report-fault', {
    may: 'signed-in',
    summary: 'Something is wrong with it: the desk gets a request about it',
    body: z.strictObject({ summary: line(200), description: text(10_000).optional() }),
    reply: Heard,
    errors: [409],
    events: ['asset.fault_reported', 'request.created'],
  }),
  reportFound: command('POST /users/me/equipment/:id/report-found', {
    may: 'signed-in',
    summary: 'I have found again what I reported missing: the desk gets a request',
    body: z.strictObject({ note: text(2000).optional() }),
    reply: Heard,
    errors: [409],
    events: ['asset.found_reported', 'found_report.left', 'request.created'],
  }),
  byLabel: read('GET /assets/:id/by-label', {
    may: 'signed-in',
    summary: 'What the label of a thing tells whoever scanned it: what it is and where, not who has it',
    description: 'By the tag and the seal that the label carries (`k` in its address); without them, 404.',
    query: z.strictObject({ seal }),
    reply: LabelledThing,
  }),
  reportLabelled: command('POST /assets/:id/report-fault', {
    may: 'signed-in',
    summary: 'Something is wrong with a thing whose label I scanned: the desk gets a request about it',
    description: 'By the tag and the seal that the label carries. Whoever reports need not have the thing.',
    body: z.strictObject({ seal, summary: line(200), description: text(10_000).optional() }),
    reply: z.strictObject({ requestRef: z.string().nullable() }),
    events: ['asset.fault_reported', 'request.created'],
    example: { body: { seal: '0a1b2c3d4e5f6', summary: 'The printer on the landing jams' } },
  }),
  reportMissing: command('POST /assets/:id/report-missing', {
    may: 'signed-in',
    summary: 'Report it lost or stolen: whoever has it, or a technician',
    description:
      'A theft needs the number that the police gave. The desk gets a request, and whoever leads finance hears of it.',
    body: z
      .strictObject({
        subStatus: z.enum(['LOST', 'STOLEN']),
        report: text(4000),
        policeNumber: line(100).optional(),
      })
      .refine((body) => body.subStatus !== 'STOLEN' || body.policeNumber !== undefined, {
        message: 'Give the number that the police gave to your report.',
        path: ['policeNumber'],
      }),
    reply: Heard,
    errors: [409, 422],
    events: ['asset.moved', 'request.created'],
    example: { body: { subStatus: 'LOST', report: 'I left it on the train to Bilbao.' } },
  }),
}

const told = z.strictObject({ requestId: uuid.nullable() })
export const equipmentEvents = {
  'asset.confirmed': event('everyone', '{actor} confirmed having {ref}', z.strictObject({})),
  'asset.disputed': event('everyone', '{actor} does not have {ref}', told),
  'asset.return_asked': event('everyone', '{actor} wants to give {ref} back', told),
  'asset.fault_reported': event('everyone', '{actor} reported a fault of {ref}', told),
  /** By whoever has it, or by a finder who is not known here. What they say is for the desk alone and no longer here. */
  'asset.found_reported': event(
    'staff',
    '{actor} says that {ref} was found',
    z.strictObject({ note: z.string().nullable(), contact: z.string().nullable() }),
  ),
}

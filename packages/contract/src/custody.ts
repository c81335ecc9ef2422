import * as z from 'zod'
import { handOverPhotos } from './assetFiles.ts'
import { AssetCondition, AssetFields, AssetStatus } from './assetShapes.ts'
import { command, event, instant, text, uuid } from './kit.ts'
import { accessoriesBack, accessoriesOut } from './stockShapes.ts'

/** Who or what gets a thing: exactly one of them. */
export const handOverTarget = {
  personId: uuid.optional(),
  locationId: uuid.optional(),
  /** The thing that it becomes part of or goes with. */
  assetId: uuid.optional(),
}
type Target = { personId?: string | undefined; locationId?: string | undefined; assetId?: string | undefined }

const oneTarget = ({ personId, locationId, assetId }: Target) =>
  [personId, locationId, assetId].filter((id) => id !== undefined).length === 1
/** Refuses a body that names no target, or more than one. */
export const namesOneTarget = <Shape extends z.ZodType<Target>>(shape: Shape): Shape =>
  shape.refine(oneTarget, { error: 'Name exactly one: a person, a place or a thing.', path: ['personId'] })

/** What is said when a thing goes from hand to hand. */
export const handOverWords = {
  /** Until when it is lent; without it, for good. */
  dueAt: instant.optional(),
  note: text(2000).optional(),
  condition: AssetCondition.optional(),
}

export const HandOver = namesOneTarget(z.strictObject({ ...handOverTarget, ...handOverWords }))
/** The same, with photos of how it is. */
const HandOut = namesOneTarget(
  z.strictObject({
    ...handOverTarget,
    ...handOverWords,
    ...handOverPhotos,
    accessories: accessoriesOut.optional(),
  }),
)

/** A thing after it went from hand to hand. */
export const HandedThing = AssetFields.omit({ deletedAt: true }).extend({
  id: uuid,
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
  /** What `POST /undo/:operationId` takes back. */
  operationId: uuid,
  /** What whoever gets it was asked to agree to; null where its category asks for nothing. */
  acceptanceId: uuid.nullable(),
})
export type HandedThing = z.output<typeof HandedThing>

export const custody = {
  checkOut: command('POST /assets/:id/check-out', {
    may: 'assets.work',
    summary: 'Hand a thing out to a person, a place or another thing',
    description:
      'Of two at once one wins; the other reads 409 with who has it. Where its category asks for it, the person is asked to agree to its policy. `POST /undo/:operationId` takes it back. `photoIds` are files of `POST /uploads`; they become photos of the thing. `accessories` go along to the same person: they are issued from stock in the same deed, stand in what is agreed to, and are asked for at check-in; where there is too little of one, nothing is handed out.',
    body: HandOut,
    reply: HandedThing,
    errors: [409, 412, 422],
    events: ['asset.checked_out', 'asset.photo_added', 'acceptance.asked', 'stock_item.issued'],
    example: { body: { personId: '018f3f2e-5b1a-7c00-8000-000000000001', dueAt: '2027-01-31T17:00:00Z' } },
  }),
  checkIn: command('POST /assets/:id/check-in', {
    may: 'assets.work',
    summary: 'Take a thing back, with its condition',
    description:
      'It comes back to be looked at, or to be wiped where its category bears data. Whoever had it gets a receipt, by mail and to keep. `returnedAccessories` are put back into stock; what went along and is not named stays with whoever has it.',
    body: z.strictObject({
      condition: AssetCondition,
      note: text(2000).optional(),
      /** Where it is put; without it, where it was before it went out. */
      locationId: uuid.optional(),
      ...handOverPhotos,
      returnedAccessories: accessoriesBack.optional(),
    }),
    reply: HandedThing,
    errors: [409, 412, 422],
    events: ['asset.checked_in', 'asset.photo_added', 'acceptance.received', 'stock_item.returned'],
    example: { body: { condition: 'GOOD' } },
  }),
  transfer: command('POST /assets/:id/transfer', {
    may: 'assets.work',
    summary: 'Move a thing in one step: to whom or where it is next',
    description:
      'What is handed out goes on to the next person, place or thing; what is in stock to another place.',
    body: HandOver,
    reply: HandedThing,
    errors: [409, 412, 422],
    events: ['asset.transferred', 'acceptance.asked'],
    example: { body: { locationId: '018f3f2e-5b1a-7c00-8000-000000000001' } },
  }),
}

const holder = { personId: uuid.nullable(), parentAssetId: uuid.nullable(), locationId: uuid.nullable() }

/** More lines of the stream of a thing. */
export const custodyEvents = {
  'asset.hand_over_undone': event(
    'everyone',
    '{actor} took back what was done with {ref}',
    z.strictObject({
      /** What was undone. */
      event: z.enum(['asset.checked_out', 'asset.checked_in', 'asset.transferred']),
      status: AssetStatus,
      ...holder,
    }),
  ),
}

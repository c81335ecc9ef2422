import * as z from 'zod'
import { AssetCondition, AssetStatus } from './assetShapes.ts'
import { handOverTarget, handOverWords, namesOneTarget } from './custody.ts'
import { command, event, instant, line, list, page, paging, read, text, uuid } from './kit.ts'
import { accessoriesBack, CountedItem } from './stockShapes.ts'

/** The most different parts of a kit, and of one part. */
export const kitLimits = { parts: 20, count: 20 } as const

const partShape = {
  /** Exactly this model … */
  modelId: uuid.nullable().default(null),
  /** … or any of this category … */
  categoryId: uuid.nullable().default(null),
  /** … or so many of this item of stock. */
  stockItemId: uuid.nullable().default(null),
  count: z.int().min(1).max(kitLimits.count).default(1),
}
type PartIds = { modelId: string | null; categoryId: string | null; stockItemId: string | null }
const ofPart = ({ modelId, categoryId, stockItemId }: PartIds) =>
  [modelId, categoryId, stockItemId].filter((id) => id !== null)
const KitPartIn = z.strictObject(partShape).refine((part) => ofPart(part).length === 1, {
  message: 'A part is a model, a category or an item of stock: name one of them.',
  path: ['modelId'],
})
export type KitPartIn = z.output<typeof KitPartIn>

const isOnce = (parts: readonly KitPartIn[]) => new Set(parts.flatMap(ofPart)).size === parts.length

const kitFacts = {
  name: line(100),
  description: text(2000).nullable(),
  /** The desk whose technicians change it and hand it out; null where those of any may. */
  deskId: uuid.nullable(),
  parts: z
    .array(KitPartIn)
    .min(1, 'A kit has one part at least.')
    .max(kitLimits.parts)
    .refine(isOnce, 'Name each part once, and say how many of it.')
    .refine(
      (parts) => parts.some(({ stockItemId }) => stockItemId === null),
      'A kit has one thing at least; items of stock go along with it.',
    ),
}

export const KitPart = z.strictObject({
  modelId: uuid.nullable(),
  categoryId: uuid.nullable(),
  stockItemId: uuid.nullable(),
  count: z.int(),
  /** Of the model with its maker, of the category or of the item. */
  name: z.string(),
  icon: z.string(),
  /** In stock and free to be handed out; of an item, where there is most of it. */
  freeCount: z.int(),
})
export type KitPart = z.output<typeof KitPart>

/** What belongs together. */
export const Kit = z.strictObject({
  id: uuid,
  name: z.string(),
  description: z.string().nullable(),
  /** Of the desk that keeps it; null where any technician may. */
  deskId: uuid.nullable(),
  deskName: z.string().nullable(),
  parts: z.array(KitPart),
  /** How many whole ones could be handed out now. */
  readyCount: z.int(),
  /** How many of them are out, whole or in part. */
  outCount: z.int(),
  updatedAt: instant,
  version: z.int(),
})
export type Kit = z.output<typeof Kit>

const OfferedThing = z.strictObject({
  id: uuid,
  assetTag: z.string(),
  name: z.string(),
  locationName: z.string().nullable(),
  condition: AssetCondition.nullable(),
})

/** Of one part: what could be handed out, and what is proposed. */
export const KitOffer = z.strictObject({
  position: z.int(),
  name: z.string(),
  icon: z.string(),
  count: z.int(),
  stockItemId: uuid.nullable(),
  /** Of an item of stock: as many as the part has, or as many as there are. */
  quantity: z.int(),
  /** As many as the part has, or as many as are free. */
  offered: z.array(uuid),
  things: z.array(OfferedThing),
})
export type KitOffer = z.output<typeof KitOffer>

/** Where one thing of a kit that was handed out is now. */
export const KitThingState = z.enum(['OUT', 'MISSING', 'ELSEWHERE', 'BACK'])

export const KitHandOut = z.strictObject({
  id: uuid,
  kitId: uuid,
  kitName: z.string(),
  personId: uuid.nullable(),
  /** The person, place or thing that got it. */
  holderName: z.string(),
  handedOutAt: instant,
  byName: z.string().nullable(),
  dueAt: instant.nullable(),
  /** Whether something of it is still out or missing. */
  isOpen: z.boolean(),
  things: z.array(
    z.strictObject({
      id: uuid,
      assetTag: z.string(),
      name: z.string(),
      icon: z.string(),
      status: AssetStatus,
      state: KitThingState,
    }),
  ),
  /** What of stock went along; the first of the things knows what of it is still out. */
  items: z.array(CountedItem),
  /** What the kit has and was not handed out with it. */
  lacking: z.array(z.strictObject({ name: z.string(), count: z.int() })),
})
export type KitHandOut = z.output<typeof KitHandOut>

const saved = { errors: [409, 412, 422] as (409 | 412 | 422)[] }
const laptop = '0190a000-0000-7000-8000-000000000001'

export const kits = {
  list: read('GET /kits', {
    may: 'assets.read',
    exports: true,
    summary: 'Kits by their names, with how many of each could be handed out now',
    reply: list(Kit),
  }),
  add: command('POST /kits', {
    may: 'assets.work',
    summary: 'Say what belongs together: models, or anything of a category, and how many of each',
    body: z.strictObject({
      ...kitFacts,
      description: kitFacts.description.default(null),
      deskId: kitFacts.deskId.default(null),
    }),
    reply: Kit,
    status: 201,
    errors: [409, 422],
    events: ['kit.created'],
    example: {
      body: { name: 'Desk at home', parts: [{ modelId: laptop, count: 1 }] },
    },
  }),
  change: command('PATCH /kits/:id', {
    may: 'assets.work',
    summary: 'Change a kit; what was handed out stays as it was',
    body: z
      .strictObject(kitFacts)
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Kit,
    ...saved,
    events: ['kit.updated'],
    example: { body: { description: 'For whoever works from home.' } },
  }),
  remove: command('DELETE /kits/:id', {
    may: 'assets.work',
    summary: 'Delete a kit; what was handed out of it stays where it is',
    reply: z.strictObject({ operationId: uuid }),
    errors: [412],
    events: ['kit.deleted'],
  }),
  offer: read('GET /kits/:id/offer', {
    may: 'assets.work',
    summary: 'What is free of each part, and what would be handed out',
    reply: list(KitOffer),
  }),
  checkOut: command('POST /kits/:id/check-out', {
    may: 'assets.work',
    summary: 'Hand a whole kit out, in one deed',
    description:
      'Without `parts`, what is free is picked, and nothing happens where something of it is not. With `parts`, the things that are named are handed out; a part that is left out or short is remembered as lacking. Items of stock are issued to the same person, as accessories of the first thing. One agreement is asked for all of it, and `POST /undo/:operationId` takes all of it back.',
    body: namesOneTarget(
      z.strictObject({
        ...handOverTarget,
        ...handOverWords,
        parts: z
          .array(
            z.strictObject({
              position: z.int().min(0),
              assetIds: z.array(uuid).max(kitLimits.count).default([]),
              /** Of an item of stock. */
              quantity: z.int().min(0).max(kitLimits.count).default(0),
            }),
          )
          .max(kitLimits.parts)
          .optional(),
      }),
    ),
    reply: KitHandOut.extend({ operationId: uuid, acceptanceId: uuid.nullable() }),
    ...saved,
    events: ['kit.handed_out', 'asset.checked_out', 'acceptance.asked', 'stock_item.issued'],
    example: { body: { personId: '018f3f2e-5b1a-7c00-8000-000000000001' } },
  }),
  handOuts: read('GET /kits/hand-outs', {
    may: 'assets.read',
    summary: 'Kits that were handed out, the latest first, with what of each is back and what is not',
    query: z.strictObject({
      kitId: uuid.optional(),
      personId: uuid.optional(),
      isOpen: z.stringbool().optional(),
      ...paging,
    }),
    reply: page(KitHandOut),
  }),
  takeBack: command('POST /assets/returns', {
    may: 'assets.work',
    summary: 'Take many things back in one deed, each with its condition, and say what is missing',
    description:
      'All or nothing. What is missing is reported lost and stays on whoever had it. `returnedAccessories` of a thing are put back into stock; what went along and is not named stays with whoever has it. Whoever gave things back gets one receipt, by mail and to keep.',
    body: z
      .strictObject({
        back: z
          .array(
            z.strictObject({
              assetId: uuid,
              condition: AssetCondition,
              returnedAccessories: accessoriesBack.optional(),
            }),
          )
          .max(100),
        missing: z
          .array(z.strictObject({ assetId: uuid, report: text(4000) }))
          .max(100)
          .default([]),
        note: text(2000).optional(),
        /** Where it is put; without it, each where it was before it went out. */
        locationId: uuid.optional(),
      })
      .refine(({ back, missing }) => back.length + missing.length > 0, {
        message: 'Name something that comes back.',
        path: ['back'],
      })
      .refine(
        ({ back, missing }) =>
          new Set([...back, ...missing].map(({ assetId }) => assetId.toLowerCase())).size ===
          back.length + missing.length,
        { message: 'Name each thing once.', path: ['back'] },
      ),
    reply: z.strictObject({ operationId: uuid, backCount: z.int(), missingCount: z.int() }),
    errors: [409, 422],
    events: ['asset.checked_in', 'asset.moved', 'acceptance.received', 'stock_item.returned'],
    example: { body: { back: [{ assetId: laptop, condition: 'GOOD' }] } },
  }),
}

const named = z.strictObject({})
const things = z.strictObject({ handOutId: uuid, assetIds: z.array(uuid) })
export const kitEvents = {
  'kit.created': event('staff', '{actor} made the kit {ref}', named),
  'kit.updated': event(
    'staff',
    '{actor} changed the kit {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'kit.deleted': event('staff', '{actor} deleted the kit {ref}', named),
  'kit.restored': event('staff', '{actor} brought the kit {ref} back', named),
  'kit.handed_out': event('staff', '{actor} handed the kit {ref} out', things),
  'kit.hand_out_undone': event('staff', '{actor} took back that the kit {ref} was handed out', things),
}

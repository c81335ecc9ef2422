import * as z from 'zod'
import {
  AcceptanceState,
  AssetCondition,
  AssetFields,
  AssetSource,
  AssetStatus,
  AssetSubStatus,
  AssetTag,
  assetFacts,
  Ownership,
} from './assetShapes.ts'
import { AnswerValue } from './formShapes.ts'
import { day, instant, line, oneOf, paging, uuid } from './kit.ts'
import { Currency, Money } from './money.ts'

/** A thing in a list, with the names of what it points to. */
export const AssetRow = z.strictObject({
  id: uuid,
  assetTag: z.string(),
  name: z.string().nullable(),
  serialNumber: z.string().nullable(),
  status: AssetStatus,
  subStatus: AssetSubStatus.nullable(),
  modelId: uuid.nullable(),
  categoryId: uuid,
  personId: uuid.nullable(),
  locationId: uuid.nullable(),
  parentAssetId: uuid.nullable(),
  purchaseDate: day.nullable(),
  /** Only for whoever works at a desk. */
  purchaseCost: Money.nullable(),
  warrantyEndsOn: day.nullable(),
  createdAt: instant,
  updatedAt: instant,
  modelName: z.string().nullable(),
  manufacturerName: z.string().nullable(),
  categoryName: z.string(),
  categoryIcon: z.string(),
  personName: z.string().nullable(),
  locationName: z.string().nullable(),
  parentAssetTag: z.string().nullable(),
  dueAt: instant.nullable(),
  condition: AssetCondition.nullable(),
  acceptance: AcceptanceState,
  isDisputed: z.boolean(),
  ownership: Ownership,
  leaseEndsOn: day.nullable(),
  endOfLifeOn: day.nullable(),
  source: AssetSource,
  /** By an agent, a scan or a stock-take; null where nothing has seen it yet. */
  lastSeenAt: instant.nullable(),
  version: z.int(),
  /** What it has in the own field by which the list is ordered; left out in any other order. */
  ownField: AnswerValue.optional(),
})
export type AssetRow = z.output<typeof AssetRow>

/** One thing whole. What is the desk's alone (costs, suppliers, notes, own fields) is empty for whoever only has it. */
export const Asset = AssetRow.extend({
  lessor: z.string().nullable(),
  supplier: z.string().nullable(),
  orderNumber: z.string().nullable(),
  costCenterId: uuid.nullable(),
  customFields: AssetFields.shape.customFields,
  notes: z.string().nullable(),
  lockedFields: z.array(z.string()),
  successorId: uuid.nullable(),
  deletedAt: instant.nullable(),
  costCenterName: z.string().nullable(),
  successorTag: z.string().nullable(),
  /** From the site down to the place itself. */
  locationPath: z.array(z.string()),
  /** The desk that keeps such things; null where any technician does. */
  deskId: uuid.nullable(),
  requiresAcceptance: z.boolean(),
  bearsData: z.boolean(),
  /** Whether the caller keeps it: may change it and hand it out. */
  mayChange: z.boolean(),
})
export type Asset = z.output<typeof Asset>

/** A past moment, or a day, which means its end where the company is. */
export const AsOf = z.union([day, instant])

export const AssetSort = z.enum([
  'assetTag',
  '-assetTag',
  'createdAt',
  '-createdAt',
  'updatedAt',
  '-updatedAt',
  'warrantyEndsOn',
  '-warrantyEndsOn',
  'leaseEndsOn',
  '-leaseEndsOn',
])

/** By a field of a category or a model: `field:memory`, `-field:memory`. What has nothing in it stands last going up. */
export const OwnFieldSort = z
  .string()
  .regex(/^-?field:[a-z][a-zA-Z0-9]{0,59}$/, 'A field of the list, or `field:` with the key of an own field.')

/**
 * What an own field holds, by its key: `memory:16`, `memory:>=16`, `os:debian`. Numbers compare as numbers, days as days,
 * texts in any case; of several choices, one. Values of one key are one of these, different keys go together.
 */
export const OwnFieldFilter = z
  .string()
  .regex(
    /^[a-z][a-zA-Z0-9]{0,59}:(>=|<=|>|<)?[^<>=].{0,199}$/s,
    'The key of an own field and what it holds, such as memory:16 or memory:>=16.',
  )

/** Its parts; `than` is null where it says what the field is. */
export function readOwnFilter(one: string): { key: string; than: string | null; value: string } {
  const [, key = '', than = null, value = ''] = one.match(/^([a-zA-Z0-9]+):(>=|<=|>|<)?(.*)$/s) ?? []
  return { key, than, value: value.trim() }
}

/** The conditions of `GET /assets`. */
export const assetFilter = {
  status: oneOf(AssetStatus).optional(),
  subStatus: oneOf(AssetSubStatus).optional(),
  modelId: oneOf(uuid).optional(),
  manufacturerId: oneOf(uuid).optional(),
  categoryId: oneOf(uuid).optional(),
  /** People by their ids; `me`, or `none` for what nobody has. */
  personId: oneOf(z.union([z.enum(['me', 'none']), uuid])).optional(),
  /** With everything in it. */
  locationId: uuid.optional(),
  parentAssetId: uuid.optional(),
  source: oneOf(AssetSource).optional(),
  ownership: oneOf(Ownership).optional(),
  acceptance: oneOf(AcceptanceState).optional(),
  condition: oneOf(AssetCondition).optional(),
  warrantyEndsFrom: day.optional(),
  warrantyEndsBefore: day.optional(),
  /** Bought on this day or later. */
  purchasedFrom: day.optional(),
  purchasedBefore: day.optional(),
  /** Whose price is known, in this currency. */
  paidIn: Currency.optional(),
  /** Of whoever has it. */
  department: line(200).optional(),
  leaseEndsBefore: day.optional(),
  /** What is out on loan and due before this moment. */
  dueBefore: instant.optional(),
  /** What no agent, scan or stock-take has seen for so many days. */
  notSeenDays: z.coerce.number().int().min(1).max(3_650).optional(),
  own: oneOf(OwnFieldFilter).optional(),
  /** In tags, serial numbers and names, and in the names of models and of whoever has it. */
  q: line(200).optional(),
}

export const assetQuery = z.strictObject({
  ...assetFilter,
  asOf: AsOf.optional(),
  /** Those alone that were deleted as made in error; for admins. */
  isDeleted: z.stringbool().optional(),
  sort: z.union([AssetSort, OwnFieldSort]).default('-createdAt'),
  ...paging,
})

const { categoryId, ...facts } = assetFacts

/** What a new thing can be told; what is left out is empty, or follows from its model. */
export const newAsset = z
  .strictObject({
    /** Left out, the next number of its category. */
    assetTag: AssetTag.optional(),
    categoryId: categoryId.optional(),
    status: z.enum(['ORDERED', 'IN_STOCK']).default('IN_STOCK'),
    subStatus: AssetSubStatus.nullable().optional(),
    locationId: uuid.nullable().default(null),
    condition: AssetCondition.nullable().default(null),
    ...z.strictObject(facts).partial().shape,
  })
  .refine((body) => body.categoryId ?? body.modelId, {
    message: 'Say what it is: its model, or at least its category.',
    path: ['categoryId'],
  })

export const changedAsset = z
  .strictObject({ categoryId, ...facts, condition: AssetCondition.nullable(), locationId: uuid.nullable() })
  .partial()
  .refine((body) => Object.keys(body).length > 0, 'Say what to change.')

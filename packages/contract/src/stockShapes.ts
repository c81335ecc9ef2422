import * as z from 'zod'
import { instant, line, text, uuid } from './kit.ts'
import { Money } from './money.ts'

/** A consumable is used up when it is issued; an accessory or a part is with whom or what it was issued to. */
export const stockKinds = ['CONSUMABLE', 'ACCESSORY', 'PART'] as const
export const StockKind = z.enum(stockKinds)
export type StockKind = z.output<typeof StockKind>

/** Between what units move. What is at a place, reserved there, with a person or in a thing is never below zero. */
export const stockAccounts = [
  'PLACE',
  'RESERVED',
  'PERSON',
  'ASSET',
  'USED',
  'SUPPLIER',
  'ADJUSTMENT',
] as const
export const StockAccount = z.enum(stockAccounts)
export type StockAccount = z.output<typeof StockAccount>

export const stockMovementKinds = [
  'RECEIVE',
  'ISSUE',
  'RETURN',
  'ADJUST',
  'TRANSFER',
  'RESERVE',
  'RELEASE',
  'UNDO',
] as const
export const StockMovementKind = z.enum(stockMovementKinds)
export type StockMovementKind = z.output<typeof StockMovementKind>

/** How what is there compares with what should be: enough, at or under the reorder point, or under the minimum. */
export const stockStates = ['OK', 'REORDER', 'BELOW'] as const
export const StockState = z.enum(stockStates)
export type StockState = z.output<typeof StockState>

/** A million of anything is a mistake. */
export const mostStockUnits = 1_000_000
export const stockUnits = z.int().min(1).max(mostStockUnits)
const threshold = z.int().min(0).max(mostStockUnits).nullable()

/** The fields of an item that people write. */
export const stockItemFields = {
  name: line(200),
  kind: StockKind,
  /** The number by which one orders it. */
  sku: line(100).nullable(),
  /** What one of them is: piece, box, metre. */
  unit: line(30),
  supplier: line(200).nullable(),
  unitCost: Money.nullable(),
  notes: text(4000).nullable(),
  /** The desk that keeps it; null where any technician may. */
  deskId: uuid.nullable(),
}

/** How many of it a place should have. */
export const StockThreshold = z
  .strictObject({
    locationId: uuid,
    minimum: threshold.default(null),
    /** With so many or fewer it is time to order. */
    reorderPoint: threshold.default(null),
    /** Up to so many are ordered. */
    maximum: threshold.default(null),
  })
  .superRefine(({ minimum, reorderPoint, maximum }, context) => {
    const add = (field: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: [field] })
    if (minimum !== null && reorderPoint !== null && minimum > reorderPoint)
      add('reorderPoint', 'The reorder point cannot be below the minimum.')
    const least = Math.max(minimum ?? 0, reorderPoint ?? 0)
    if (maximum !== null && maximum < least)
      add('maximum', 'The maximum cannot be below the reorder point or the minimum.')
  })
export type StockThreshold = z.output<typeof StockThreshold>

export const StockItem = z.strictObject({
  id: uuid,
  ...stockItemFields,
  deskName: z.string().nullable(),
  isActive: z.boolean(),
  /** Free to be issued, over all places. */
  inStock: z.int(),
  /** Put aside for requests. */
  reserved: z.int(),
  /** With people and in things. */
  held: z.int(),
  /** Of its worst place. */
  state: StockState,
  placeCount: z.int(),
  version: z.int(),
})
export type StockItem = z.output<typeof StockItem>

export const StockLevel = z.strictObject({
  locationId: uuid,
  locationName: z.string(),
  /** The names from the site down to the place. */
  path: z.array(z.string()),
  quantity: z.int(),
  reserved: z.int(),
  minimum: z.int().nullable(),
  reorderPoint: z.int().nullable(),
  maximum: z.int().nullable(),
  state: StockState,
})
export type StockLevel = z.output<typeof StockLevel>

export const StockReservation = z.strictObject({
  id: uuid,
  itemId: uuid,
  itemName: z.string(),
  unit: z.string(),
  locationId: uuid,
  locationName: z.string(),
  requestId: uuid.nullable(),
  referenceNumber: z.string().nullable(),
  summary: z.string().nullable(),
  quantity: z.int(),
  /** WAITING has none yet, READY has them put aside. */
  state: z.enum(['WAITING', 'READY', 'ISSUED', 'RELEASED']),
  createdAt: instant,
  createdByName: z.string(),
})
export type StockReservation = z.output<typeof StockReservation>

/** Who or what has some of it. */
export const StockHolder = z.strictObject({
  personId: uuid.nullable(),
  assetId: uuid.nullable(),
  /** The name of the person, the tag of the thing. */
  name: z.string(),
  quantity: z.int(),
})
export type StockHolder = z.output<typeof StockHolder>

export const StockModel = z.strictObject({ id: uuid, name: z.string() })

export const StockItemWhole = StockItem.extend({
  levels: z.array(StockLevel),
  holders: z.array(StockHolder),
  models: z.array(StockModel),
  reservations: z.array(StockReservation),
  createdAt: instant,
  updatedAt: instant,
  /** Whether the caller keeps it. */
  mayChange: z.boolean(),
})
export type StockItemWhole = z.output<typeof StockItemWhole>

export const StockLine = z.strictObject({
  account: StockAccount,
  /** Of the place, the person or the thing. */
  holderId: uuid.nullable(),
  name: z.string().nullable(),
  quantity: z.int(),
})

export const StockMovement = z.strictObject({
  id: uuid,
  kind: StockMovementKind,
  quantity: z.int(),
  note: z.string().nullable(),
  personName: z.string().nullable(),
  assetTag: z.string().nullable(),
  requestId: uuid.nullable(),
  referenceNumber: z.string().nullable(),
  lines: z.array(StockLine),
  /** What it takes back, and what took it back. */
  undoesId: uuid.nullable(),
  undoneById: uuid.nullable(),
  operationId: uuid.nullable(),
  actorName: z.string(),
  at: instant,
})
export type StockMovement = z.output<typeof StockMovement>

/** What is to be ordered for a place. */
export const StockShortage = z.strictObject({
  itemId: uuid,
  itemName: z.string(),
  kind: StockKind,
  unit: z.string(),
  sku: z.string().nullable(),
  supplier: z.string().nullable(),
  locationId: uuid,
  locationName: z.string(),
  quantity: z.int(),
  minimum: z.int().nullable(),
  reorderPoint: z.int().nullable(),
  maximum: z.int().nullable(),
  state: StockState,
  /** So many bring it up to its maximum, else to its reorder point or minimum; with what requests wait for. */
  suggested: z.int(),
  /** Asked of Finance, and the request of it is not over. */
  ordered: z.int(),
})
export type StockShortage = z.output<typeof StockShortage>

/** Why a shortage is not asked for: it was already, nobody wrote down what one costs, or that is in another currency. */
export const ReorderRefusal = z.enum(['ORDERED', 'NO_COST', 'OTHER_CURRENCY'])
export type ReorderRefusal = z.output<typeof ReorderRefusal>

const reordered = {
  itemId: uuid,
  itemName: z.string(),
  unit: z.string(),
  locationId: uuid,
  locationName: z.string(),
  quantity: z.int(),
}
/** What was asked of Finance, or would be. */
export const StockReorder = z.strictObject({
  /** Null where there was nothing to ask for, and in a preview. */
  request: z.strictObject({ id: uuid, referenceNumber: z.string() }).nullable(),
  lines: z.array(z.strictObject({ ...reordered, unitCost: Money })),
  leftOut: z.array(z.strictObject({ ...reordered, because: ReorderRefusal })),
})
export type StockReorder = z.output<typeof StockReorder>

/** A part for a thing, and where there are some of it. */
export const StockPart = z.strictObject({
  id: uuid,
  name: z.string(),
  kind: StockKind,
  unit: z.string(),
  sku: z.string().nullable(),
  inStock: z.int(),
  places: z.array(z.strictObject({ locationId: uuid, locationName: z.string(), quantity: z.int() })),
})
export type StockPart = z.output<typeof StockPart>

/** What somebody or a thing has of an item. */
export const StockHeld = z.strictObject({
  itemId: uuid,
  name: z.string(),
  kind: StockKind,
  unit: z.string(),
  quantity: z.int(),
})
export type StockHeld = z.output<typeof StockHeld>

/** What went along with a thing and is still with whoever got it. */
export const StockAlong = StockHeld.extend({
  /** The thing. */
  assetId: uuid,
  personId: uuid,
  personName: z.string(),
  /** From where it was issued. */
  locationId: uuid,
})
export type StockAlong = z.output<typeof StockAlong>

/** So many of something, as it is written down for good. */
export const CountedItem = z.strictObject({ name: z.string(), quantity: z.int() })
export type CountedItem = z.output<typeof CountedItem>

const accessory = { stockItemId: uuid, quantity: stockUnits }
const each = (list: readonly { stockItemId: string }[]) =>
  new Set(list.map(({ stockItemId }) => stockItemId.toLowerCase())).size === list.length
const once = 'Name each item once, and say how many of it.'

/** What goes along with a thing; without a place, from where there is most of it. */
export const accessoriesOut = z
  .array(z.strictObject({ ...accessory, locationId: uuid.optional() }))
  .max(20)
  .refine(each, once)
export type AccessoryOut = z.output<typeof accessoriesOut>[number]

/** What comes back with it; without a place, to where it was before. */
export const accessoriesBack = z
  .array(z.strictObject({ ...accessory, locationId: uuid.optional() }))
  .max(100)
  .refine(each, once)
export type AccessoryBack = z.output<typeof accessoriesBack>[number]

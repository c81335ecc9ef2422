import * as z from 'zod'
import { AssetCondition } from './assetShapes.ts'
import { day, instant, line, text, uuid } from './kit.ts'
import { stockTakeStates } from './stockTakeStates.ts'

export const StockTakeStatus = z.enum(stockTakeStates.states)
export const StockTakeItemState = z.enum(['EXPECTED', 'FOUND', 'MISSING', 'UNEXPECTED', 'SELF_CONFIRMED'])
export type StockTakeItemState = z.output<typeof StockTakeItemState>

/** The most scans of one call, and the most things of one stock-take. */
export const stockTakeLimits = { scans: 500, things: 20_000 } as const

const Named = z.strictObject({ id: uuid, name: z.string() })

/** Of a sample: how sure, and within how many hundredths. */
export const StockTakeSample = z.strictObject({
  confidence: z.union([z.literal(90), z.literal(95), z.literal(99)]),
  margin: z.int().min(1).max(20),
})
export type StockTakeSample = z.output<typeof StockTakeSample>

/** What is counted: things in these places or with people of these departments, of these categories. */
export const stockTakeScope = {
  locationIds: z.array(uuid).max(50).default([]),
  departments: z.array(line(200)).max(50).default([]),
  categoryIds: z.array(uuid).max(50).default([]),
}

export const StockTakeCounts = z.strictObject({
  /** Null where it is counted blind and the caller does not lead. */
  expected: z.int().nullable(),
  found: z.int(),
  selfConfirmed: z.int(),
  /** Not found yet, or not found at the end; null as above. */
  missing: z.int().nullable(),
  unexpected: z.int().nullable(),
  /** Codes that nothing has. */
  unknown: z.int(),
})
export type StockTakeCounts = z.output<typeof StockTakeCounts>

export const StockTakeRow = z.strictObject({
  id: uuid,
  name: z.string(),
  state: StockTakeStatus,
  sample: StockTakeSample.nullable(),
  isBlind: z.boolean(),
  asksHolders: z.boolean(),
  locations: z.array(Named),
  departments: z.array(z.string()),
  categories: z.array(Named),
  assignees: z.array(Named),
  dueOn: day.nullable(),
  createdByName: z.string().nullable(),
  createdAt: instant,
  startedAt: instant.nullable(),
  completedAt: instant.nullable(),
  counts: StockTakeCounts,
  version: z.int(),
})
export type StockTakeRow = z.output<typeof StockTakeRow>

/** How right the register is, as far as was counted; for a sample with the interval in which the truth lies. */
export const StockTakeAccuracy = z.strictObject({
  /** Things in the scope when it began, and how many of them were counted. */
  population: z.int(),
  counted: z.int(),
  right: z.int(),
  /** Shares between 0 and 1. */
  share: z.number(),
  low: z.number(),
  high: z.number(),
  confidence: z.int(),
  method: z.enum(['ALL', 'HYPERGEOMETRIC']),
})
export type StockTakeAccuracy = z.output<typeof StockTakeAccuracy>

export const StockTake = StockTakeRow.extend({
  note: z.string().nullable(),
  reason: z.string().nullable(),
  places: z.array(
    z.strictObject({
      /** Null for what is with people or at no place. */
      id: uuid.nullable(),
      path: z.array(z.string()),
      expected: z.int().nullable(),
      counted: z.int(),
    }),
  ),
  unknownCodes: z.array(
    z.strictObject({
      code: z.string(),
      at: instant,
      byName: z.string().nullable(),
      placeName: z.string().nullable(),
    }),
  ),
  /** From the review on; null before, because what was counted first is no sample of the rest. */
  accuracy: StockTakeAccuracy.nullable(),
  operationId: uuid.nullable(),
  mayCount: z.boolean(),
  /** Leads: sees what is expected, and decides. */
  mayClose: z.boolean(),
})
export type StockTake = z.output<typeof StockTake>

export const StockTakeItem = z.strictObject({
  assetId: uuid,
  assetTag: z.string(),
  name: z.string(),
  serialNumber: z.string().nullable(),
  state: StockTakeItemState,
  expectedLocationId: uuid.nullable(),
  expectedPlace: z.string().nullable(),
  personName: z.string().nullable(),
  foundLocationId: uuid.nullable(),
  foundPlace: z.string().nullable(),
  foundAt: instant.nullable(),
  foundByName: z.string().nullable(),
  condition: AssetCondition.nullable(),
  note: z.string().nullable(),
  /** Taken as it was scanned, the last first; files of the thing. */
  photos: z.array(z.strictObject({ id: uuid, fileName: z.string() })),
})
export type StockTakeItem = z.output<typeof StockTakeItem>

/** What a device keeps, so that it can count without a network. */
export const StockTakeSheet = z.strictObject({
  id: uuid,
  name: z.string(),
  state: StockTakeStatus,
  isBlind: z.boolean(),
  places: z.array(z.strictObject({ id: uuid, path: z.array(z.string()) })),
  /** Empty where it is counted blind. */
  items: z.array(
    z.strictObject({
      assetId: uuid,
      assetTag: z.string(),
      serialNumber: z.string().nullable(),
      name: z.string(),
      locationId: uuid.nullable(),
      personName: z.string().nullable(),
      isCounted: z.boolean(),
    }),
  ),
  /** By everybody so far. */
  counted: z.int(),
})
export type StockTakeSheet = z.output<typeof StockTakeSheet>

export const StockTakeScan = z.strictObject({
  /** Of the device; the same one counts once, however often it is sent. */
  clientScanId: uuid,
  code: line(500),
  /** By the clock of the device. */
  at: instant,
  locationId: uuid.optional(),
  condition: AssetCondition.optional(),
  note: text(1000).optional(),
  /** A picture of `POST /uploads`, by whoever scans; it becomes a photo of the thing. */
  photoId: uuid.optional(),
})

export const StockTakeOutcome = z.enum([
  'FOUND',
  'ELSEWHERE',
  'UNEXPECTED',
  'NOT_SAMPLED',
  'UNKNOWN',
  /** Counted blind: whether it was expected is not said. */
  'RECORDED',
])
export type StockTakeOutcome = z.output<typeof StockTakeOutcome>

export const StockTakeCorrection = z.strictObject({
  assetId: uuid,
  assetTag: z.string(),
  name: z.string(),
  kind: z.enum(['MISSING', 'MOVED', 'FOUND', 'CONDITION', 'LEFT']),
  fromPlace: z.string().nullable(),
  toPlace: z.string().nullable(),
  /** In which it was found, where that is written down. */
  condition: AssetCondition.nullable(),
  /** Why it is left as it is. */
  reason: z.string().nullable(),
})
export type StockTakeCorrection = z.output<typeof StockTakeCorrection>

import * as z from 'zod'
import { Asset } from './assetRows.ts'
import { AssetCondition, AssetStatus, AssetSubStatus } from './assetShapes.ts'
import { instant, line, text, uuid } from './kit.ts'

/** A move that the caller may make now. To the state in which it is: told more exactly. */
export const AssetTransition = z.strictObject({
  to: AssetStatus,
  /** What that state can be told more exactly here; the first is what it begins as. */
  subStatuses: z.array(AssetSubStatus),
  /** What the body must say; `assetSubStateNeeds` of the contract adds what some sub-states ask for. */
  requires: z.array(
    z.enum(['subStatus', 'report', 'reportNumber', 'reason', 'successorId', 'wipeProof'] as const),
  ),
  word: z.string(),
})
export type AssetTransition = z.output<typeof AssetTransition>

export const assetMove = z.strictObject({
  to: AssetStatus,
  subStatus: AssetSubStatus.optional(),
  reason: text(4000).optional(),
  /** How it went missing. */
  report: text(4000).optional(),
  /** The number that the police gave, for what was stolen. */
  reportNumber: line(100).optional(),
  /** What replaced it. */
  successorId: uuid.optional(),
  /** How it was wiped: by what, by whom, the number of the certificate. */
  wipeProof: text(1000).optional(),
  condition: AssetCondition.optional(),
  /** Where it is put into stock; without it, where it was last. */
  locationId: uuid.optional(),
})
export type AssetMove = z.output<typeof assetMove>

/** A thing after a move; `POST /undo/:operationId` takes it back. */
export const MovedAsset = Asset.extend({ operationId: uuid })
export type MovedAsset = z.output<typeof MovedAsset>

const changes = z.record(z.string(), z.tuple([z.unknown(), z.unknown()]))

/** One line of what happened to a thing. */
export const AssetEvent = z.strictObject({
  /** Of the log. */
  id: z.string(),
  name: z.string(),
  /** Its sentence: "Ana Torres handed LT-00231 out". */
  words: z.string(),
  at: instant,
  actor: z.strictObject({
    id: uuid.nullable(),
    /** Null is Deskhand itself. */
    name: z.string().nullable(),
    kind: z.enum(['person', 'system', 'platform']),
  }),
  /** What it followed from. */
  cause: z.strictObject({ id: z.string(), name: z.string(), ref: z.string().nullable() }).nullable(),
  /** The deed that it was part of. */
  operationId: uuid.nullable(),
  /** `{field: [before, after]}` */
  changes,
  details: z.record(z.string(), z.unknown()),
  /** What the people, places, things, models, kinds and requests are called whose ids stand in changes and details. */
  names: z.record(uuid, z.string()),
  /** Of the thing after it; null for what changed nothing of it. */
  version: z.int().nullable(),
})
export type AssetEvent = z.output<typeof AssetEvent>

const named = z.strictObject({ id: uuid, name: z.string() }).nullable()

/** From when until when somebody or something had a thing: exactly one of the three, or none that is known. */
export const AssetHolding = z.strictObject({
  person: named,
  parentAsset: named,
  location: named,
  from: instant,
  /** Null: has it still. */
  until: instant.nullable(),
  condition: AssetCondition.nullable(),
  conditionUntil: AssetCondition.nullable(),
  givenByName: z.string().nullable(),
  endedByName: z.string().nullable(),
  note: z.string().nullable(),
  /** The version of the thing that began it. */
  version: z.int(),
})
export type AssetHolding = z.output<typeof AssetHolding>

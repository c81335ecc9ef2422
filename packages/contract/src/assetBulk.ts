import * as z from 'zod'
import { assetMove } from './assetLife.ts'
import { assetFilter, changedAsset } from './assetRows.ts'
import { AssetCondition } from './assetShapes.ts'
import { HandOver } from './custody.ts'
import { line, text, uuid } from './kit.ts'
import { OperationResult, OperationState, operationLimit } from './operations.ts'

/** What is done to each thing: what is written of it, by the rule of PATCH, then one deed by the rule of its own route. */
export const AssetAction = z
  .strictObject({
    change: changedAsset,
    transition: assetMove,
    checkIn: z.strictObject({
      condition: AssetCondition,
      note: text(2000).optional(),
      locationId: uuid.optional(),
    }),
    transfer: HandOver,
  })
  .partial()
  .refine((action) => Object.keys(action).length > 0, 'Say what to do.')
  .refine(
    ({ transition, checkIn, transfer }) => [transition, checkIn, transfer].filter(Boolean).length <= 1,
    'Say one deed at a time: transition, checkIn or transfer.',
  )
export type AssetAction = z.output<typeof AssetAction>

const { subjectType: _, subjectId, subjectRef, ...fared } = OperationResult.shape
export const AssetResult = z.strictObject({ assetId: subjectId, assetTag: subjectRef, ...fared })

export const assetBulkBody = z
  .strictObject({
    assetIds: z
      .array(z.union([uuid, line(60)]))
      .min(1)
      .max(operationLimit)
      .optional(),
    /** The conditions of `GET /assets`. */
    filter: z.strictObject(assetFilter).optional(),
    action: AssetAction,
    dryRun: z.boolean().default(false),
  })
  .refine((body) => (body.assetIds === undefined) !== (body.filter === undefined), {
    message: 'Say which: assetIds or filter.',
    path: ['assetIds'],
  })
  .refine((body) => !body.filter || Object.keys(body.filter).length > 0, {
    message: 'Say at least one condition.',
    path: ['filter'],
  })

export const AssetBulkDone = z.strictObject({
  /** Null for a dry run. */
  operationId: uuid.nullable(),
  state: OperationState,
  total: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  results: z.array(AssetResult),
})
export type AssetBulkDone = z.output<typeof AssetBulkDone>

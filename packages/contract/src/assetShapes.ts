import * as z from 'zod'
import { assetStates, assetSubStates } from './assetStates.ts'
import { AnswerSet } from './formShapes.ts'
import { day, instant, line, text, uuid } from './kit.ts'
import { Money } from './money.ts'

export const AssetStatus = z.enum(assetStates.states)
export const AssetSubStatus = z.enum([...new Set(Object.values(assetSubStates).flat())])
export const AssetCondition = z.enum(['NEW', 'GOOD', 'MARKED', 'DAMAGED', 'BROKEN'])
export const AcceptanceState = z.enum(['NONE', 'PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED'])
export const Ownership = z.enum(['OWNED', 'LEASED', 'RENTED', 'PRIVATE'])
export const AssetSource = z.enum(['manual', 'import', 'agent'])

/** What stands on the label: `LT-00231`. In any case; kept in capitals. */
export const AssetTag = line(60).transform((tag) => tag.toUpperCase())

/** What people and agents write into a thing's record; the life cycle and who has it move by their own routes. */
export const assetFacts = {
  name: line(200).nullable(),
  serialNumber: line(200).nullable(),
  modelId: uuid.nullable(),
  categoryId: uuid,
  ownership: Ownership,
  leaseEndsOn: day.nullable(),
  lessor: line(200).nullable(),
  supplier: line(200).nullable(),
  orderNumber: line(100).nullable(),
  purchaseDate: day.nullable(),
  purchaseCost: Money.refine(
    ({ amount }) => !amount.startsWith('-'),
    'A price is not below zero.',
  ).nullable(),
  warrantyEndsOn: day.nullable(),
  endOfLifeOn: day.nullable(),
  costCenterId: uuid.nullable(),
  customFields: AnswerSet,
  notes: text(10_000).nullable(),
  lockedFields: z.array(line(60)).max(40),
}

/**
 * Everything that a thing's events change, under the names that `changes` uses. Folding the `changes` of its events in
 * the order of their versions gives exactly this: the row is a projection of them.
 */
export const AssetFields = z.strictObject({
  assetTag: z.string(),
  ...assetFacts,
  status: AssetStatus,
  subStatus: AssetSubStatus.nullable(),
  personId: uuid.nullable(),
  parentAssetId: uuid.nullable(),
  locationId: uuid.nullable(),
  dueAt: instant.nullable(),
  condition: AssetCondition.nullable(),
  acceptance: AcceptanceState,
  isDisputed: z.boolean(),
  source: AssetSource,
  successorId: uuid.nullable(),
  deletedAt: instant.nullable(),
})
export type AssetFields = z.output<typeof AssetFields>

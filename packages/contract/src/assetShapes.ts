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

/** How a tag is written: it stands in addresses and on labels, which know no slashes in it. */
const tagForm = /^[\p{L}\p{N}][\p{L}\p{N} ._:#+&()@-]*$/u
export const tagFault =
  'A tag begins with a letter or a figure; behind it, spaces and . _ : # + & ( ) @ - may stand as well.'
export const isTag = (tag: string): boolean => tagForm.test(tag)

/** What stands on the label: `LT-00231`. In any case; kept in capitals. */
export const AssetTag = line(60)
  .refine((tag) => tag === '' || isTag(tag), tagFault)
  .transform((tag) => tag.toUpperCase())

/** What can be kept from agents and imports that would write it. */
const lockable = [
  'name',
  'serialNumber',
  'modelId',
  'categoryId',
  'ownership',
  'leaseEndsOn',
  'lessor',
  'supplier',
  'orderNumber',
  'purchaseDate',
  'purchaseCost',
  'warrantyEndsOn',
  'endOfLifeOn',
  'costCenterId',
  'customFields',
  'notes',
  'condition',
  'locationId',
] as const

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
  lockedFields: z.array(z.enum(lockable)).max(lockable.length),
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

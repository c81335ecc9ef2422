import type { AssetFields, Money } from '@deskhand/contract'
import type { AssetRecord } from '../../assets/access.ts'
import { onlyAsked } from '../../assets/commands/kindOf.ts'
import { monthsAfter } from '../../assets/rules.ts'
import type { Said } from '../rows.ts'
import { words } from '../words.ts'
import type { Resolved } from './resolve.ts'
import { standingOf } from './states.ts'

type Standing = Pick<AssetFields, 'status' | 'subStatus' | 'personId'>

/** Fields that go into a thing as they are read. */
const plain = [
  'name',
  'serialNumber',
  'ownership',
  'lessor',
  'leaseEndsOn',
  'supplier',
  'orderNumber',
  'purchaseDate',
  'purchaseCost',
  'warrantyEndsOn',
  'endOfLifeOn',
  'notes',
  'condition',
] as const satisfies (keyof AssetFields)[]

/** What a row says of a thing; an empty cell says nothing. */
export function factsOf(said: Said, { locationId, costCenterId }: Resolved): Partial<AssetFields> {
  const { values } = said
  const read = Object.fromEntries(
    plain.flatMap((field) =>
      values[field] === null || values[field] === undefined ? [] : [[field, values[field]]],
    ),
    // Each was read by the kind of its field.
  ) as Partial<AssetFields> & { purchaseCost?: Money }
  const months = values['warrantyMonths']
  if (typeof months === 'number' && read.warrantyEndsOn === undefined) {
    if (read.purchaseDate) read.warrantyEndsOn = monthsAfter(read.purchaseDate, months)
    else said.faults.push({ field: 'warrantyMonths', message: words.warrantyOfWhen })
  }
  return { ...read, ...(locationId && { locationId }), ...(costCenterId && { costCenterId }) }
}

/** Days that follow from its model where the list leaves them out. */
export function daysOf(
  { purchaseDate }: Partial<AssetFields>,
  { model, category }: Resolved,
): Pick<Partial<AssetFields>, 'warrantyEndsOn' | 'endOfLifeOn'> {
  const lifetime = model?.lifetimeMonths ?? category?.lifetimeMonths
  return {
    ...(purchaseDate &&
      model?.warrantyMonths && { warrantyEndsOn: monthsAfter(purchaseDate, model.warrantyMonths) }),
    ...(purchaseDate && lifetime && { endOfLifeOn: monthsAfter(purchaseDate, lifetime) }),
  }
}

/** Where a new thing is in its life, and who has it. */
export function standingFor(said: Said, { personId, locationId }: Resolved): Standing {
  const word = said.values['status']
  const told = typeof word === 'string' ? standingOf(word) : null
  if (typeof word === 'string' && !told) said.faults.push({ field: 'status', message: words.noState(word) })
  const namesHolder = typeof said.values['person'] === 'string'
  const stock: Standing = { status: 'IN_STOCK', subStatus: 'AVAILABLE', personId: null }
  if (namesHolder) {
    if (told && told.status !== 'IN_STOCK' && told.status !== 'DEPLOYED')
      said.faults.push({ field: 'person', message: words.holderAnd(String(word)) })
    const subStatus = told?.status === 'DEPLOYED' ? told.subStatus : 'NORMAL'
    return { status: 'DEPLOYED', subStatus, personId }
  }
  if (told?.status === 'DEPLOYED' && !locationId && typeof said.values['location'] !== 'string')
    said.faults.push({ field: 'status', message: words.whoHasIt })
  return told ? { ...told, personId: null } : stock
}

/** What a row changes of a thing that is there: what is known of it, not where it is in its life or who has it. */
export function changesFor(
  said: Said,
  asset: AssetRecord,
  facts: Partial<AssetFields>,
  { category, model }: Resolved,
): Partial<AssetFields> {
  const isHeldByPlace = asset.status === 'DEPLOYED' && !asset.personId && !asset.parentAssetId
  if (isHeldByPlace && facts.locationId && facts.locationId !== asset.locationId)
    said.faults.push({ field: 'location', message: words.placeHasIt })
  // Serial numbers are the same in any case; how it is written already stays.
  const isSame = facts.serialNumber?.toUpperCase() === asset.serialNumber?.toUpperCase()
  const { serialNumber, ...others } = facts
  const known = isSame || serialNumber === undefined ? others : facts
  const isOther = (model && model.id !== asset.modelId) || (category && category.id !== asset.categoryId)
  if (!isOther || !category) return known
  const fields = [...category.fields, ...(model?.fields ?? [])]
  return {
    ...known,
    categoryId: category.id,
    modelId: model?.id ?? null,
    customFields: onlyAsked(fields, asset.customFields),
  }
}

/** What a thing that was deleted has no more when it comes back: the list says it anew. */
export const blank: Partial<AssetFields> = {
  ...Object.fromEntries(plain.map((field) => [field, null])),
  ownership: 'OWNED',
  locationId: null,
  costCenterId: null,
  parentAssetId: null,
  dueAt: null,
  customFields: {},
  acceptance: 'NONE',
  isDisputed: false,
}

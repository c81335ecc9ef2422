import { assetSubStates, assets } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField } from '../../platform/stop.ts'
import { mustKeep } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { monthsAfter } from '../rules.ts'
import { words } from '../words.ts'
import { checkFields } from './checkFields.ts'
import { drawTags } from './drawTags.ts'
import { kindOf } from './kindOf.ts'
import { mustBeFree } from './mustBeFree.ts'
import { mustBeThere } from './mustBeThere.ts'
import { createAssets } from './write.ts'

export const create = handle(assets.create, async ({ tx, actor, body, record, platform }) => {
  const { assetTag, customFields = {}, categoryId = null, modelId = null, status, ...facts } = body
  const kind = await kindOf(tx, { categoryId, modelId })
  mustKeep(actor, kind)
  const subStates: readonly string[] = assetSubStates[status]
  const subStatus = facts.subStatus === undefined ? (assetSubStates[status][0] ?? null) : facts.subStatus
  if (subStatus !== null && !subStates.includes(subStatus))
    throw refuseField('subStatus', words.noSuchSubState(status))
  const { zone } = await deskFacts(platform, tx)
  const [answers] = await Promise.all([
    checkFields(tx, kind.fields, customFields, zone),
    mustBeThere(tx, facts),
    mustBeFree({ tx, actor }, { assetTag, serialNumber: facts.serialNumber }),
  ])
  const [tag = ''] = assetTag ? [assetTag] : await drawTags(tx, kind.categoryId, 1)
  const [id = ''] = await createAssets({ tx, actor, record }, [
    {
      ...daysOf(facts.purchaseDate, kind),
      ...defined(facts),
      assetTag: tag,
      categoryId: kind.categoryId,
      modelId: kind.modelId,
      deskId: kind.deskId,
      customFields: answers,
      status,
      subStatus,
    },
  ])
  return answerWhole({ tx, actor }, id, { location: `/assets/${id}` })
})

/** When its warranty and its life end, by its model, where it is known when it was bought. */
const daysOf = (
  bought: string | null | undefined,
  { warrantyMonths, lifetimeMonths }: { warrantyMonths: number | null; lifetimeMonths: number | null },
) => ({
  ...(bought && warrantyMonths && { warrantyEndsOn: monthsAfter(bought, warrantyMonths) }),
  ...(bought && lifetimeMonths && { endOfLifeOn: monthsAfter(bought, lifetimeMonths) }),
})

type Defined<Fields> = { [Field in keyof Fields]?: Exclude<Fields[Field], undefined> }

/** Without what was left out. */
export const defined = <Fields extends object>(fields: Fields): Defined<Fields> =>
  // What is undefined is gone, which no type of a filter says.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>

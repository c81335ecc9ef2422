import { type AssetModel, assetCatalogue, modelFacts } from '@deskhand/contract'
import { isKeeper } from '../../assets/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { aboutModel, holdNames, loadCategory, loadModel, taken } from '../access.ts'
import { mustFit, rowOf, snake } from '../rules.ts'
import { words } from '../words.ts'

type Wanted = Pick<AssetModel, 'id' | 'name' | 'modelNumber' | 'manufacturerId' | 'categoryId' | 'fields'>

export const addModel = handle(assetCatalogue.addModel, async ({ tx, actor, body, record }) => {
  const id = newId()
  await mustBeSound({ tx, actor }, { id, ...body })
  await tx.run(insert, [actor.companyId, id, rowOf(body), clock.now()])
  record('asset_model.created', aboutModel({ id, ...body }), {}, changesBetween({}, body))
  const made = await loadModel(tx, id)
  return answer(made, { version: made.version, location: `/asset-models/${id}` })
})

/** Its category is the caller's to keep and takes something new, its manufacturer is there, its fields fit, its name is free. */
export async function mustBeSound(
  { tx, actor }: { tx: Tx; actor: Actor },
  model: Wanted,
  keptCategoryId: string | null = null,
): Promise<void> {
  const category = await loadCategory(tx, model.categoryId).catch((error: unknown) => {
    throw error instanceof Stop ? refuseField('categoryId', words.noSuchCategory) : error
  })
  if (!isKeeper(actor, category)) throw new Stop('forbidden', words.notKeeper)
  if (!category.isActive && category.id !== keptCategoryId)
    throw refuseField('categoryId', words.retiredCategory)
  mustFit(model.fields, category.fields)
  await mustBeFree(tx, model)
}

async function mustBeFree(tx: Tx, { id, name, modelNumber, manufacturerId }: Wanted): Promise<void> {
  await holdNames(tx)
  const [found] = await tx.query<{ isThere: boolean; id: string | null; name: string | null }>(
    `select $3::uuid is null or exists (select from app.manufacturers f where f.company_id = $1 and f.id = $3) as "isThere",
       other.id, other.name
     from (select 1) one left join lateral (
       select m.id, concat_ws(' ', m.name, m.model_number) as name from app.asset_models m
       where m.company_id = $1 and m.id <> $2 and m.retired_at is null and m.manufacturer_id is not distinct from $3::uuid
         and lower(m.name) = lower($4) and lower(coalesce(m.model_number, '')) = lower(coalesce($5, '')) limit 1) other on true`,
    [tx.whose.companyId, id, manufacturerId, name, modelNumber],
  )
  if (!found?.isThere) throw refuseField('manufacturerId', words.noSuchManufacturer)
  if (found.id !== null && found.name !== null)
    throw taken('name', words.modelTaken(found.name), { id: found.id, name: found.name })
}

export const modelTableColumns = Object.keys(modelFacts).map(snake)

const insert = `
  insert into app.asset_models (company_id, id, created_at, updated_at, ${modelTableColumns.join(', ')})
  select $1, $2, $4, $4, ${modelTableColumns.map((column) => `n.${column}`).join(', ')}
  from jsonb_populate_record(null::app.asset_models, $3::jsonb) n`

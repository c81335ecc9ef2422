import type { Money, StockThreshold } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { mustBeOnce } from '../../platform/mustBeOnce.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

export type Wanted = {
  id: string
  name: string
  sku: string | null
  deskId: string | null
  isActive: boolean
  thresholds?: readonly StockThreshold[] | undefined
  modelIds?: readonly string[] | undefined
}
type Found = {
  sameName: string | null
  sameSku: { id: string; name: string } | null
  isDesk: boolean
  places: { id: string; name: string; isUsed: boolean; isKept: boolean }[]
  modelIds: string[]
}

/** Whether an item can be called so and whether all that it names is there. */
export async function mustFit(tx: Tx, wanted: Wanted): Promise<void> {
  const { id, name, sku, deskId, thresholds = [], modelIds = [] } = wanted
  const placeIds = thresholds.map(({ locationId }) => locationId.toLowerCase())
  const [found] = await tx.query<Found>(find, [
    tx.whose.companyId,
    id,
    name,
    sku,
    deskId,
    placeIds,
    mustBeOnce('modelIds', modelIds),
  ])
  if (!found) throw new Error('One row says what there is.')
  if (deskId && !found.isDesk) throw refuseField('deskId', words.noSuchDesk)
  if (wanted.isActive && found.sameName) throw conflict('/name', words.taken(name), found.sameName, name)
  if (wanted.isActive && sku && found.sameSku)
    throw conflict('/sku', words.skuTaken(sku, found.sameSku.name), found.sameSku.id, found.sameSku.name)
  const places = new Map(found.places.map((place) => [place.id, place]))
  for (const [at, placeId] of placeIds.entries()) {
    const field = `thresholds/${at}/locationId`
    const place = places.get(placeId)
    if (!place) throw refuseField(field, words.noSuchPlace)
    if (placeIds.indexOf(placeId) !== at) throw refuseField(field, words.twice)
    if (!place.isUsed && !place.isKept) throw refuseField(field, words.placeGone(place.name))
  }
  const models = new Set(found.modelIds)
  const at = modelIds.findIndex((modelId) => !models.has(modelId.toLowerCase()))
  if (at >= 0) throw refuseField(`modelIds/${at}`, words.noSuchModel)
}

const conflict = (pointer: string, message: string, subjectId: string, subjectRef: string) =>
  new Stop('conflict', message, {
    errors: [{ pointer, message }],
    conflicts: [{ subjectId, subjectRef, message }],
  })

/** Writes thresholds and models of an item whole, those that are given. */
export async function writeParts(
  tx: Tx,
  id: string,
  { thresholds, modelIds }: Pick<Wanted, 'thresholds' | 'modelIds'>,
): Promise<void> {
  const { companyId } = tx.whose
  if (thresholds) {
    const rows = thresholds.filter((one) =>
      [one.minimum, one.reorderPoint, one.maximum].some((n) => n !== null),
    )
    await tx.run('delete from app.stock_levels where company_id = $1 and item_id = $2', [companyId, id])
    await tx.run(insertLevels, [companyId, id, JSON.stringify(rows)])
  }
  if (modelIds) {
    await tx.run('delete from app.stock_fits where company_id = $1 and item_id = $2', [companyId, id])
    await tx.run(
      `insert into app.stock_fits (company_id, item_id, model_id)
       select $1, $2, one from (select distinct unnest($3::uuid[]) as one) given`,
      [companyId, id, modelIds],
    )
  }
}

export const costColumns = (cost: Money | null) => [cost?.amount ?? null, cost?.currency ?? null]

const insertLevels = `
  insert into app.stock_levels (company_id, item_id, location_id, minimum, reorder_point, maximum)
  select $1, $2, "locationId", minimum, "reorderPoint", maximum
  from jsonb_to_recordset($3::jsonb) as t("locationId" uuid, minimum int, "reorderPoint" int, maximum int)`

const find = `
  select
    (select o.id from app.stock_items o where o.company_id = $1 and o.id <> $2 and o.retired_at is null
      and lower(o.name) = lower($3)) as "sameName",
    (select json_build_object('id', o.id, 'name', o.name) from app.stock_items o
      where o.company_id = $1 and o.id <> $2 and o.retired_at is null and lower(o.sku) = lower($4)) as "sameSku",
    exists (select from app.desks d where d.company_id = $1 and d.id = $5::uuid) as "isDesk",
    (select coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'isUsed', l.retired_at is null,
        'isKept', exists (select from app.stock_levels t
          where t.company_id = $1 and t.item_id = $2 and t.location_id = l.id))), '[]')
      from app.locations l where l.company_id = $1 and l.id = any ($6::uuid[])) as places,
    array(select m.id from app.asset_models m where m.company_id = $1 and m.id = any ($7::uuid[])) as "modelIds"`

import { aboutCategory, aboutManufacturer, aboutModel } from '../../asset-catalogue/access.ts'
import { about as aboutLocation } from '../../locations/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Work } from '../resources.ts'
import type { Draft } from './resolve.ts'

/** Makes the categories, models, makers and places that rows name and that are not there; each kind in one statement. */
export async function makeNamed({ tx, actor, record }: Work, draft: Draft): Promise<void> {
  const { category, manufacturer, model, location } = draft
  const now = clock.now()
  const add = (list: readonly object[], statement: string) =>
    list.length > 0 ? tx.run(statement, [actor.companyId, now, JSON.stringify(list)]) : null
  await Promise.all([
    add(category, addCategories),
    add(manufacturer, addManufacturers),
    add(model, addModels),
    add(location, addLocations),
  ])
  for (const one of category)
    record('asset_category.created', aboutCategory(one), {}, named(one.name, { tagPrefix: one.prefix }))
  for (const one of manufacturer) record('manufacturer.created', aboutManufacturer(one), {}, named(one.name))
  for (const one of model) {
    const { number: modelNumber, manufacturerId, categoryId } = one
    record(
      'asset_model.created',
      aboutModel(one),
      {},
      named(one.name, { modelNumber, manufacturerId, categoryId }),
    )
  }
  for (const one of location)
    record('location.added', aboutLocation(one), { kind: 'SITE' }, named(one.name, { kind: 'SITE' }))
}

const named = (name: string, more: Record<string, unknown> = {}): Record<string, [unknown, unknown]> =>
  Object.fromEntries(
    Object.entries({ name, ...more }).flatMap(([field, value]) =>
      value === null ? [] : [[field, [null, value]]],
    ),
  )

const addCategories = `
  insert into app.asset_categories (company_id, id, name, tag_prefix, created_at, updated_at)
  select $1, n.id, n.name, n.prefix, $2, $2 from jsonb_to_recordset($3::jsonb) n(id uuid, name text, prefix text)`

const addManufacturers = `
  insert into app.manufacturers (company_id, id, name, created_at, updated_at)
  select $1, n.id, n.name, $2, $2 from jsonb_to_recordset($3::jsonb) n(id uuid, name text)`

const addModels = `
  insert into app.asset_models (company_id, id, name, model_number, manufacturer_id, category_id, created_at, updated_at)
  select $1, n.id, n.name, n.number, n."manufacturerId", n."categoryId", $2, $2
  from jsonb_to_recordset($3::jsonb) n(id uuid, name text, number text, "manufacturerId" uuid, "categoryId" uuid)`

const addLocations = `
  insert into app.locations (company_id, id, kind, name, path, created_at, updated_at)
  select $1, n.id, 'SITE', n.name, array[n.id], $2, $2 from jsonb_to_recordset($3::jsonb) n(id uuid, name text)`

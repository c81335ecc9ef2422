import type { Asset, BodyIn } from '@deskhand/contract'
import { assets } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import type { Desk } from '../testing/desk.ts'
import { ana } from '../testing/people.ts'

export type Kinds = { categoryId: string; modelId: string; siteId: string; roomId: string; prefix: string }

let count = 0

/** A category, a model of it, a site and a room in it, of a test's own. For tests only. */
export async function ownKinds(desk: Desk, category: Record<string, unknown> = {}): Promise<Kinds> {
  count += 1
  const [categoryId, modelId, siteId, roomId] = [newId(), newId(), newId(), newId()]
  const prefix = `T${count}`
  const { companyId } = await desk.who(ana)
  await desk.rows(
    ana,
    `with category as (
       insert into app.asset_categories (company_id, id, name, tag_prefix, desk_id, fields, bears_data, requires_acceptance, depreciation)
       values ($1, $2, 'Test ' || $6, $6, $7, $8::jsonb, $9, $10, $11::jsonb) returning company_id),
     model as (
       insert into app.asset_models (company_id, id, name, category_id, warranty_months, lifetime_months)
       select company_id, $3, 'Model ' || $6, $2, 36, 60 from category returning company_id),
     site as (
       insert into app.locations (company_id, id, kind, name, path)
       select company_id, $4, 'SITE', 'Site ' || $6, array[$4::uuid] from model returning company_id)
     insert into app.locations (company_id, id, kind, name, parent_id, path)
       select company_id, $5, 'ROOM', 'Room ' || $6, $4, array[$4::uuid, $5::uuid] from site`,
    [
      companyId,
      categoryId,
      modelId,
      siteId,
      roomId,
      prefix,
      category['deskId'] ?? null,
      JSON.stringify(category['fields'] ?? []),
      category['bearsData'] ?? false,
      category['requiresAcceptance'] ?? false,
      category['depreciation'] ? JSON.stringify(category['depreciation']) : null,
    ],
  )
  return { categoryId, modelId, siteId, roomId, prefix }
}

/** A thing of them, added by a technician. */
export async function addAsset(desk: Desk, body: BodyIn<typeof assets.create>, who = ana): Promise<Asset> {
  return (await desk.as(who).call(assets.create, { body })).data
}

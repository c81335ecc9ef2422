import type { DeviceKind, DiscoveryRules } from '@deskhand/contract'
import { newId } from '../../platform/ids.ts'
import type { Work } from '../access.ts'
import { words } from '../words.ts'

export type Category = { id: string; deskId: string | null }

/** The category that stands for a kind of device: the one that the rules name, one of its name, or a new one. */
export async function findCategory(work: Work, kind: DeviceKind, rules: DiscoveryRules): Promise<Category> {
  const { tx, companyId, record } = work
  const { name, prefix, icon, alike } = words.kinds[kind]
  const [found] = await tx.query<Category>(
    `select id, desk_id as "deskId" from app.asset_categories
     where company_id = $1 and retired_at is null and (id = $2 or lower(name) = any ($3))
     order by id = $2 desc nulls last, array_position($3, lower(name)) limit 1`,
    [companyId, rules.categories[kind] ?? null, alike],
  )
  if (found) return found
  const [made] = await tx.query<Category & { isNew: boolean }>(makeCategory, [
    companyId,
    newId(),
    name,
    prefix,
    icon,
    work.now,
  ])
  if (!made) throw new Error('No category could be made.')
  record('asset_kind.found', { type: 'asset_category', id: made.id, ref: name }, { what: 'category' })
  return { id: made.id, deskId: null }
}

// The first of LT, LT2, LT3 … that no other category has. A retired one of the name stays; the new one is called by two.
const makeCategory = `
  insert into app.asset_categories (company_id, id, name, tag_prefix, icon, created_at, updated_at)
  select $1, $2,
    case when exists (select from app.asset_categories c where c.company_id = $1 and lower(c.name) = lower($3)) then $3 || ' 2' else $3 end,
    (select $4 || case n when 1 then '' else n::text end from generate_series(1, 1000) n
     where not exists (select from app.asset_categories c where c.company_id = $1
       and c.tag_prefix = $4 || case n when 1 then '' else n::text end) order by n limit 1), $5, $6, $6
  returning id`

/** The model of these names, whatever its category; or a new one of this category. */
export async function findModel(
  work: Work,
  { manufacturer, model }: { manufacturer: string | null; model: string | null },
  categoryId: string,
): Promise<{ id: string; categoryId: string } | null> {
  if (!model) return null
  const { tx, companyId, record, now } = work
  const [found] = await tx.query<{ id: string; categoryId: string }>(
    `select m.id, m.category_id as "categoryId" from app.asset_models m
     left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
     where m.company_id = $1 and m.retired_at is null and (lower(m.name) = lower($2) or lower(m.model_number) = lower($2)
         or lower(coalesce(f.name || ' ', '') || m.name) = lower($2))
       and (f.name is null or $3::text is null or lower(f.name) = lower($3)
         or lower(f.name) like lower($3) || ' %' or lower($3) like lower(f.name) || ' %')
     order by m.category_id = $4 desc, m.created_at, m.id limit 1`,
    [companyId, model, manufacturer, categoryId],
  )
  if (found) return found
  const [modelId, makerId] = [newId(), newId()]
  const [made] = await tx.query<{ makerId: string | null }>(makeModel, [
    companyId,
    modelId,
    model,
    manufacturer,
    makerId,
    categoryId,
    now,
  ])
  if (made?.makerId === makerId)
    record(
      'asset_kind.found',
      { type: 'manufacturer', id: makerId, ref: manufacturer ?? '' },
      { what: 'manufacturer' },
    )
  record('asset_kind.found', { type: 'asset_model', id: modelId, ref: model }, { what: 'model' })
  return { id: modelId, categoryId }
}

const makeModel = `
  with known as (
    select id from app.manufacturers where company_id = $1 and lower(name) = lower($4)),
  made as (
    insert into app.manufacturers (company_id, id, name, created_at, updated_at)
    select $1, $5, $4, $7, $7 where $4::text is not null and not exists (select from known) returning id),
  maker as (select id from known union all select id from made)
  insert into app.asset_models (company_id, id, name, manufacturer_id, category_id, created_at, updated_at)
  select $1, $2, $3, (select id from maker), $6, $7, $7
  returning manufacturer_id as "makerId"`

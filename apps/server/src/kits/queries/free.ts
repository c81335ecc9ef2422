import type { Kit, KitOffer } from '@deskhand/contract'
import { isKeeper } from '../../assets/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Fitting } from '../rules.ts'

export type FreeThing = Fitting & KitOffer['things'][number] & { deskId: string | null }

/** So many things of each part are shown; more are found by scanning. */
const shown = 40

/** Things in stock that this person keeps, that nobody reserved and that fit a part of the kit: the longest there first. */
export async function readFree(
  { tx, actor }: { tx: Tx; actor: Actor },
  { parts }: Pick<Kit, 'parts'>,
): Promise<FreeThing[]> {
  const things = parts.filter(({ stockItemId }) => stockItemId === null)
  const rows = await tx.query<FreeThing>(find, [
    actor.companyId,
    things.map(({ modelId }) => modelId),
    things.map(({ categoryId }) => categoryId),
  ])
  return rows.filter((thing) => isKeeper(actor, thing))
}

const find = `
  select distinct a.id, a.asset_tag as "assetTag", a.model_id as "modelId", a.category_id as "categoryId", a.condition,
    c.desk_id as "deskId", coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), c.name) as name,
    l.name as "locationName", a.created_at
  from unnest($2::uuid[], $3::uuid[]) part(model_id, category_id)
  cross join lateral (
    select t.* from app.assets t
    where t.company_id = $1 and t.deleted_at is null and t.status = 'IN_STOCK' and t.sub_status = 'AVAILABLE'
      and case when part.model_id is null then t.category_id = part.category_id else t.model_id = part.model_id end
      and not exists (select from app.asset_reservations r where r.company_id = t.company_id and r.asset_id = t.id
        and r.state in ('REQUESTED', 'RESERVED'))
    order by t.created_at, t.id limit ${shown}) a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  left join app.locations l on l.company_id = a.company_id and l.id = a.location_id
  order by a.created_at, a.id`

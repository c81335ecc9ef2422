import type { StockItemWhole } from '@deskhand/contract'
import { isKeeper } from '../../assets/access.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import {
  instant,
  itemColumns,
  itemSources,
  reservationColumns,
  reservationSources,
  stateOf,
} from './columns.ts'

/** One item with all that its page shows, in one statement. */
export async function readWhole(tx: Tx, actor: Actor, id: string): Promise<StockItemWhole> {
  const [item] = isUuid(id.toLowerCase())
    ? await tx.query<Omit<StockItemWhole, 'mayChange'>>(select, [actor.companyId, id.toLowerCase()])
    : []
  if (!item) throw new Stop('not_found', words.noSuchItem)
  return { ...item, mayChange: isKeeper(actor, item) }
}

const rows = (query: string) => `(select coalesce(json_agg(one), '[]') from (${query}) one)`

const levels = `
  select l.id as "locationId", l.name as "locationName",
    array(select above.name from unnest(l.path) with ordinality step(id, place)
      join app.locations above on above.company_id = l.company_id and above.id = step.id order by step.place) as path,
    there.quantity, there.reserved, t.minimum, t.reorder_point as "reorderPoint", t.maximum,
    ${stateOf('there.quantity')} as state
  from (
    select place.id, coalesce(sum(b.quantity) filter (where b.account = 'PLACE'), 0)::float8 as quantity,
      coalesce(sum(b.quantity) filter (where b.account = 'RESERVED'), 0)::float8 as reserved
    from (
      select holder_id as id from app.stock_balances
        where company_id = $1 and item_id = $2 and account in ('PLACE', 'RESERVED') and quantity <> 0
      union
      select location_id from app.stock_levels where company_id = $1 and item_id = $2) place
    left join app.stock_balances b on b.company_id = $1 and b.item_id = $2 and b.holder_id = place.id
      and b.account in ('PLACE', 'RESERVED')
    group by place.id) there
  join app.locations l on l.company_id = $1 and l.id = there.id
  left join app.stock_levels t on t.company_id = $1 and t.item_id = $2 and t.location_id = l.id
  order by lower(l.name), l.id`

/** The many come first; more than these say no more. */
const holders = `
  select p.id as "personId", a.id as "assetId", coalesce(p.name, a.asset_tag) as name, b.quantity::float8 as quantity
  from app.stock_balances b
  left join app.people p on b.account = 'PERSON' and p.company_id = b.company_id and p.id = b.holder_id
  left join app.assets a on b.account = 'ASSET' and a.company_id = b.company_id and a.id = b.holder_id
  where b.company_id = $1 and b.item_id = $2 and b.account in ('PERSON', 'ASSET') and b.quantity > 0
  order by b.quantity desc, 3 limit 500`

const models = `
  select m.id, concat_ws(' ', f.name, m.name) as name from app.stock_fits fit
  join app.asset_models m on m.company_id = fit.company_id and m.id = fit.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  where fit.company_id = $1 and fit.item_id = $2 order by lower(concat_ws(' ', f.name, m.name)), m.id`

const reservations = `
  select ${reservationColumns} ${reservationSources}
  where v.company_id = $1 and v.item_id = $2 and v.state in ('WAITING', 'READY') order by v.created_at, v.id`

const select = `
  select ${itemColumns}, ${rows(levels)} as levels, ${rows(holders)} as holders, ${rows(models)} as models,
    ${rows(reservations)} as reservations, ${instant('i.created_at')} as "createdAt",
    ${instant('i.updated_at')} as "updatedAt"
  ${itemSources} where i.company_id = $1 and i.id = $2`

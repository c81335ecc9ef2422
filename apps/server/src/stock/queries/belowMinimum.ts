import { type StockShortage, stock } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { atPlace, stateOf } from './columns.ts'

export const belowMinimum = handle(stock.belowMinimum, async ({ tx }) => ({ data: await readShortages(tx) }))

/** Every place that has too little of something, the emptiest first. */
export const readShortages = (tx: Tx): Promise<StockShortage[]> =>
  tx.query<StockShortage>(
    `select i.id as "itemId", i.name as "itemName", i.kind, i.unit, i.sku, i.supplier, l.id as "locationId",
       l.name as "locationName", there.quantity::float8 as quantity, t.minimum, t.reorder_point as "reorderPoint",
       t.maximum, ${stateOf('there.quantity')} as state,
       (greatest(coalesce(t.maximum, greatest(t.reorder_point, t.minimum)) - there.quantity, 0)
         + there.awaited)::float8 as suggested,
       coalesce((select sum(o.quantity) from app.stock_orders o where o.company_id = t.company_id
         and o.item_id = t.item_id and o.location_id = t.location_id and o.ended_at is null), 0)::float8 as ordered
     from app.stock_levels t
     join app.stock_items i on i.company_id = t.company_id and i.id = t.item_id and i.retired_at is null
     join app.locations l on l.company_id = t.company_id and l.id = t.location_id
     cross join lateral (select ${atPlace} as quantity,
       coalesce((select sum(v.quantity) from app.stock_reservations v where v.company_id = t.company_id
         and v.item_id = t.item_id and v.location_id = t.location_id and v.state = 'WAITING'), 0) as awaited) there
     where t.company_id = $1 and ${stateOf('there.quantity')} <> 'OK'
     order by there.quantity / greatest(coalesce(t.minimum, t.reorder_point), 1)::float8, lower(i.name), lower(l.name), l.id`,
    [tx.whose.companyId],
  )

const sumOf = (accounts: string) => `(select coalesce(sum(b.quantity), 0)::float8 from app.stock_balances b
    where b.company_id = i.company_id and b.item_id = i.id and b.account in (${accounts}))`

/** How a level compares with its thresholds; `t` is the row of app.stock_levels, if there is one. */
export const stateOf = (quantity: string) => `case when ${quantity} < t.minimum then 'BELOW'
    when ${quantity} <= t.reorder_point then 'REORDER' else 'OK' end`

/** Free units of an item at the place of its thresholds `t`. */
export const atPlace = `coalesce((select b.quantity from app.stock_balances b
    where b.company_id = t.company_id and b.item_id = t.item_id and b.account = 'PLACE'
      and b.holder_id = t.location_id), 0)`

/** The state of the worst place of an item `i`. */
export const worst = `coalesce((select min(case ${stateOf('there.quantity')} when 'BELOW' then '1BELOW'
      when 'REORDER' then '2REORDER' else '3OK' end)
    from app.stock_levels t cross join lateral (select ${atPlace} as quantity) there
    where t.company_id = i.company_id and t.item_id = i.id), '3OK')`

export const inStock = sumOf(`'PLACE'`)

/** The contract's StockItem from `app.stock_items i`, with `itemSources`. */
export const itemColumns = `i.id, i.name, i.kind, i.sku, i.unit, i.supplier, i.notes, i.desk_id as "deskId",
  case when i.unit_cost is not null
    then json_build_object('amount', i.unit_cost::text, 'currency', i.unit_cost_currency) end as "unitCost",
  d.name as "deskName", i.retired_at is null as "isActive", i.version, ${inStock} as "inStock",
  ${sumOf(`'RESERVED'`)} as reserved, ${sumOf(`'PERSON', 'ASSET'`)} as held, substr(${worst}, 2) as state,
  (select count(*)::int from app.stock_balances b where b.company_id = i.company_id and b.item_id = i.id
    and b.account = 'PLACE' and b.quantity > 0) as "placeCount"`
export const itemSources = `from app.stock_items i
  left join app.desks d on d.company_id = i.company_id and d.id = i.desk_id`

export const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Reservations as the contract shows them, from `app.stock_reservations v`; a request that is hidden is not named. */
export const reservationColumns = `v.id, v.item_id as "itemId", i.name as "itemName", i.unit,
  v.location_id as "locationId", l.name as "locationName", r.id as "requestId",
  r.reference_number as "referenceNumber", r.summary, v.quantity, v.state, ${instant('v.created_at')} as "createdAt",
  v.created_by_name as "createdByName"`
export const reservationSources = `from app.stock_reservations v
  join app.stock_items i on i.company_id = v.company_id and i.id = v.item_id
  join app.locations l on l.company_id = v.company_id and l.id = v.location_id
  left join app.requests r on r.company_id = v.company_id and r.id = v.request_id`

/** What somebody or something has: balances `b` of items `i`. */
export const heldColumns = `i.id as "itemId", i.name, i.kind, i.unit, b.quantity::float8 as quantity`
export const heldSources = `from app.stock_balances b
  join app.stock_items i on i.company_id = b.company_id and i.id = b.item_id`

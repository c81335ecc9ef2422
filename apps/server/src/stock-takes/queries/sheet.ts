import { type StockTakeSheet, stockTakes } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadStockTake, pathOf, thingName, thingSources } from '../access.ts'

/** Everything that a phone needs to count without a network; also who leads counts blind where it is blind. */
export const sheet = handle(stockTakes.sheet, async (inside) => {
  const { tx, actor } = inside
  const { id, name, state, isBlind, scope } = await loadStockTake(inside, inside.params.id)
  const [places, items, [sum]] = await Promise.all([
    tx.query<StockTakeSheet['places'][number]>(findPlaces, [actor.companyId, scope.locationIds]),
    isBlind ? [] : tx.query<StockTakeSheet['items'][number]>(findItems, [actor.companyId, id]),
    tx.query<{ counted: number }>(
      `select count(*)::int as counted from app.stock_take_items where company_id = $1 and stock_take_id = $2
         and state in ('FOUND', 'UNEXPECTED')`,
      [actor.companyId, id],
    ),
  ])
  return { id, name, state, isBlind, places, items, counted: sum?.counted ?? 0 }
})

const findPlaces = `
  select l.id, ${pathOf('l.id')} as path from app.locations l
  where l.company_id = $1 and l.retired_at is null and ($2::uuid[] = '{}' or l.path && $2)
  order by l.path, l.name limit 5000`

const findItems = `
  select a.id as "assetId", a.asset_tag as "assetTag", a.serial_number as "serialNumber", ${thingName} as name,
    i.expected_location_id as "locationId", (select p.name from app.people p
      where p.company_id = i.company_id and p.id = i.expected_person_id) as "personName",
    i.state in ('FOUND', 'SELF_CONFIRMED') as "isCounted"
  from app.stock_take_items i
  join app.assets a on a.company_id = i.company_id and a.id = i.asset_id ${thingSources}
  where i.company_id = $1 and i.stock_take_id = $2 and i.state <> 'UNEXPECTED' order by a.asset_tag`

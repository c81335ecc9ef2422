import type { StockAlong } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'

/**
 * What went along with these things, or with any of this person's, and is still with whoever got it; what is used up is
 * nobody's any more. What somebody has fewer of than went along, because some came back by itself, is asked for with the
 * first of the things.
 */
export const readAlong = (
  tx: Tx,
  of: { assetIds: readonly string[] } | { personId: string },
): Promise<StockAlong[]> =>
  'personId' in of
    ? tx.query<StockAlong>(find('m.person_id = $2 and m.asset_id is not null'), [
        tx.whose.companyId,
        of.personId,
      ])
    : tx.query<StockAlong>(find('m.asset_id = any ($2::uuid[])'), [tx.whose.companyId, of.assetIds])

const find = (whose: string) => `
  with went as (
    select m.asset_id, m.item_id, m.person_id, max(b.quantity) as has,
      sum(case m.kind when 'ISSUE' then m.quantity else -m.quantity end) as quantity,
      (array_agg(line.location_id order by m.at desc) filter (where m.kind = 'ISSUE'))[1] as location_id
    from app.stock_movements m
    join app.stock_lines line on line.company_id = m.company_id and line.movement_id = m.id and line.account = 'PLACE'
    join app.stock_balances b on b.company_id = m.company_id and b.item_id = m.item_id and b.account = 'PERSON'
      and b.holder_id = m.person_id and b.quantity > 0
    where m.company_id = $1 and ${whose} and m.kind in ('ISSUE', 'RETURN')
      and not exists (select from app.stock_movements u where u.company_id = m.company_id and u.undoes_id = m.id)
    group by m.asset_id, m.item_id, m.person_id
    having sum(case m.kind when 'ISSUE' then m.quantity else -m.quantity end) > 0),
  still as (
    select went.*, least(quantity, has + quantity - sum(quantity) over (
      partition by item_id, person_id order by asset_id)) as left_over
    from went)
  select still.asset_id as "assetId", i.id as "itemId", i.name, i.kind, i.unit, p.id as "personId",
    p.name as "personName", still.left_over::float8 as quantity, still.location_id as "locationId"
  from still
  join app.stock_items i on i.company_id = $1 and i.id = still.item_id
  join app.people p on p.company_id = $1 and p.id = still.person_id
  where still.left_over > 0
  order by lower(i.name), i.id, p.id, still.asset_id`

import type { StockAlong } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'

/** What went along with a thing and is still with whoever got it; what is used up is nobody's any more. */
export const readAlong = (tx: Tx, assetId: string): Promise<StockAlong[]> =>
  tx.query<StockAlong>(find, [tx.whose.companyId, assetId])

const find = `
  select i.id as "itemId", i.name, i.kind, i.unit, p.id as "personId", p.name as "personName",
    least(sum(case m.kind when 'ISSUE' then m.quantity else -m.quantity end), max(b.quantity))::float8 as quantity,
    (array_agg(line.location_id order by m.at desc) filter (where m.kind = 'ISSUE'))[1] as "locationId"
  from app.stock_movements m
  join app.stock_items i on i.company_id = m.company_id and i.id = m.item_id
  join app.people p on p.company_id = m.company_id and p.id = m.person_id
  join app.stock_lines line on line.company_id = m.company_id and line.movement_id = m.id and line.account = 'PLACE'
  join app.stock_balances b on b.company_id = m.company_id and b.item_id = m.item_id and b.account = 'PERSON'
    and b.holder_id = m.person_id and b.quantity > 0
  where m.company_id = $1 and m.asset_id = $2 and m.kind in ('ISSUE', 'RETURN')
    and not exists (select from app.stock_movements u where u.company_id = m.company_id and u.undoes_id = m.id)
  group by i.id, i.name, i.kind, i.unit, p.id, p.name
  having sum(case m.kind when 'ISSUE' then m.quantity else -m.quantity end) > 0
  order by lower(i.name), i.id, p.id`

import type { Tx } from '../../platform/db/transaction.ts'

/** A balance that is not what its lines say, or a movement whose lines do not sum to zero. */
export type Drift = {
  itemId: string
  name: string
  account: string
  holder: string
  balance: number
  lines: number
}

/** Counts every balance of the company anew from nothing, from the lines alone, and answers where it differs. */
export const recount = (tx: Tx): Promise<Drift[]> =>
  tx.query<Drift>(
    `with counted as (
       select item_id, account, holder_id, sum(quantity) as quantity from app.stock_lines
       where company_id = $1 group by item_id, account, holder_id),
     differing as (
       select coalesce(c.item_id, b.item_id) as item_id, coalesce(c.account, b.account) as account,
         coalesce(c.holder_id, b.holder_id) as holder_id, coalesce(b.quantity, 0) as balance,
         coalesce(c.quantity, 0) as lines
       from counted c
       full join (select * from app.stock_balances where company_id = $1) b
         on b.item_id = c.item_id and b.account = c.account and b.holder_id = c.holder_id
       where coalesce(c.quantity, 0) <> coalesce(b.quantity, 0)
       union all
       select item_id, 'MOVEMENT', movement_id, sum(quantity), 0 from app.stock_lines
       where company_id = $1 group by item_id, movement_id having sum(quantity) <> 0
       union all
       select item_id, 'RESERVATIONS', location_id, coalesce(b.quantity, 0), coalesce(v.quantity, 0)
       from (select item_id, location_id, sum(quantity) as quantity from app.stock_reservations
         where company_id = $1 and state = 'READY' group by item_id, location_id) v
       full join (select item_id, holder_id as location_id, quantity from app.stock_balances
         where company_id = $1 and account = 'RESERVED' and quantity <> 0) b using (item_id, location_id)
       where coalesce(b.quantity, 0) <> coalesce(v.quantity, 0))
     select d.item_id as "itemId", i.name, d.account, coalesce(l.name, p.name, a.asset_tag, '') as holder,
       d.balance::float8 as balance, d.lines::float8 as lines
     from differing d
     join app.stock_items i on i.company_id = $1 and i.id = d.item_id
     left join app.locations l on l.company_id = $1 and l.id = d.holder_id
     left join app.people p on p.company_id = $1 and p.id = d.holder_id
     left join app.assets a on a.company_id = $1 and a.id = d.holder_id
     order by lower(i.name), d.account, holder limit 1000`,
    [tx.whose.companyId],
  )

import type { Depreciation, Money } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { monthsBetween, valueAfter } from '../bookValue.ts'

type Row = { id: string; rule: Depreciation; bought: string; cost: string; currency: string }

/** What each of these things is worth in the books on a day, by its id; nothing for what the books do not know. */
export async function readBookValues(
  tx: Tx,
  ids: readonly string[],
  on: string,
): Promise<Map<string, Money>> {
  const rows = await tx.query<Row>(find, [tx.whose.companyId, ids, on])
  return new Map(
    rows.map(({ id, rule, bought, cost, currency }) => [
      id,
      { amount: String(valueAfter(BigInt(cost), rule, monthsBetween(bought, on))), currency },
    ]),
  )
}

const find = `
  select a.id, coalesce(m.depreciation, c.depreciation) as rule, a.purchase_date::text as bought,
    a.purchase_cost::text as cost, a.purchase_currency as currency
  from app.assets a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  where a.company_id = $1 and a.id = any ($2::uuid[]) and a.purchase_cost is not null and a.purchase_date <= $3::date
    and coalesce(m.depreciation, c.depreciation) is not null`

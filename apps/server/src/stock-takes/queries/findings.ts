import type { StockTakeItem } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Held } from '../rules.ts'
import { itemJson, itemSources } from './items.ts'

export type Finding = StockTakeItem & { held: Held | null; isPlaceUsed: boolean }

/** Lines that may have to correct something, in the order of their tags. */
export async function readFindings(tx: Tx, stockTakeId: string): Promise<Finding[]> {
  const rows = await tx.query<{ finding: Finding }>(find, [tx.whose.companyId, stockTakeId])
  return rows.map(({ finding }) => finding)
}

/** Every line as the report says it. */
export async function readItems(tx: Tx, stockTakeId: string): Promise<StockTakeItem[]> {
  const rows = await tx.query<{ item: StockTakeItem }>(
    `select ${itemJson} as item ${itemSources} where i.company_id = $1 and i.stock_take_id = $2 order by a.asset_tag`,
    [tx.whose.companyId, stockTakeId],
  )
  return rows.map(({ item }) => item)
}

/** Codes that nothing has, each once. */
export async function readUnknown(tx: Tx, stockTakeId: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    `select distinct code from app.stock_take_scans
     where company_id = $1 and stock_take_id = $2 and asset_id is null order by code`,
    [tx.whose.companyId, stockTakeId],
  )
  return rows.map(({ code }) => code)
}

const find = `
  select ${itemJson} || jsonb_build_object('held', i.held, 'isPlaceUsed', not exists (
    select from app.locations l where l.company_id = i.company_id and l.id = i.found_location_id
      and l.retired_at is not null)) as finding
  ${itemSources}
  where i.company_id = $1 and i.stock_take_id = $2 and (i.state in ('EXPECTED', 'MISSING', 'UNEXPECTED')
    or i.found_location_id <> i.expected_location_id or i.condition is distinct from a.condition and i.condition is not null)
  order by a.asset_tag`

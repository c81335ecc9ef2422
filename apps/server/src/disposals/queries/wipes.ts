import type { WipeMethod } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'

type Wipe = { assetId: string; method: WipeMethod; by: string; on: string; reference: string | null }
export type Wipes = Map<string, Wipe>

/** How the things of a batch were wiped, by their ids. */
export async function readWipes(tx: Tx, disposalId: string): Promise<Wipes> {
  const rows = await tx.query<Wipe>(
    `select asset_id as "assetId", wipe_method as method, wiped_by as by, wiped_on::text as "on",
       wipe_reference as reference
     from app.disposal_things where company_id = $1 and disposal_id = $2 and wipe_method is not null`,
    [tx.whose.companyId, disposalId],
  )
  return new Map(rows.map((row) => [row.assetId, row]))
}

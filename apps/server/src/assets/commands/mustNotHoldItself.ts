import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import type { AssetRecord } from '../access.ts'
import { words } from '../words.ts'

/** Stops where a thing would become part of what is part of it; whoever puts things into things waits here. */
export async function mustNotHoldItself(tx: Tx, asset: AssetRecord, parentId: string): Promise<void> {
  // The same lock as in custody: two that are put into each other at once would each see half of the circle.
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `things in things of ${asset.companyId}`,
  ])
  const [row] = await tx.query<{ isInside: boolean }>(find, [asset.companyId, parentId, asset.id])
  if (row?.isInside) throw new Stop('conflict', words.inItself(asset.assetTag))
}

const find = `
  with recursive above as (
    select a.id, a.parent_asset_id from app.assets a where a.company_id = $1 and a.id = $2
    union
    select a.id, a.parent_asset_id from app.assets a join above on a.company_id = $1 and a.id = above.parent_asset_id)
  select exists (select from above where above.id = $3) as "isInside"`

import type { AssetState } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AssetRecord } from '../access.ts'
import type { MoveFacts } from '../moveRules.ts'

/** Where it was before it came into its state, and how much is part of it. */
export async function readMoveFacts(tx: Tx, { companyId, id }: AssetRecord): Promise<MoveFacts> {
  const [row] = await tx.query<{ former: AssetState | null; partCount: number }>(find, [companyId, id])
  return { former: row?.former ?? null, partCount: row?.partCount ?? 0 }
}

const find = `
  select (select e.changes -> 'status' ->> 0 from app.events e
      where e.company_id = $1 and e.subject_id = $2 and e.subject_version is not null and e.changes ? 'status'
      order by e.subject_version desc limit 1) as former,
    (select count(*)::int from app.assets a
      where a.company_id = $1 and a.parent_asset_id = $2 and a.deleted_at is null) as "partCount"`

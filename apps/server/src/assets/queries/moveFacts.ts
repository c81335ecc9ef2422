import type { AssetState } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import type { AssetRecord } from '../access.ts'
import type { MoveFacts } from '../moveRules.ts'

const none: MoveFacts = { former: null, partCount: 0, openRefs: [] }

/** Where it was before it came into its state, how much is part of it, and what is still asked about it. */
export async function readMoveFacts(tx: Tx, { id }: AssetRecord): Promise<MoveFacts> {
  return (await readFactsOf(tx, [id])).get(id) ?? none
}

/** The same of many. */
export async function readFactsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, MoveFacts>> {
  const rows = await tx.query<{
    id: string
    former: AssetState | null
    partCount: number
    openRefs: string[]
  }>(find, [tx.whose.companyId, ids])
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

// What is confidential is never told of on a thing.
const find = `
  select t.id,
    (select e.changes -> 'status' ->> 0 from app.events e
      where e.company_id = $1 and e.subject_id = t.id and e.subject_version is not null and e.changes ? 'status'
      order by e.subject_version desc limit 1) as former,
    (select count(*)::int from app.assets a
      where a.company_id = $1 and a.parent_asset_id = t.id and a.deleted_at is null) as "partCount",
    array(select r.reference_number from app.request_assets q
      join app.requests r on r.company_id = q.company_id and r.id = q.request_id
      where q.company_id = $1 and q.asset_id = t.id and r.deleted_at is null and r.closed_at is null
        and r.merged_into_id is null and r.status not in ('RESOLVED', 'REJECTED') and not r.is_confidential
      order by r.reference_number) as "openRefs"
  from unnest($2::uuid[]) t(id)`

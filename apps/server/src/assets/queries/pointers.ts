import type { Tx } from '../../platform/db/transaction.ts'
import { words } from '../words.ts'

type Pointer = { id: string; tag: string; by: keyof typeof words.pointed; name: string | null }

/** Which of these things something else points to, each with a sentence that names one such. */
export async function whatPointsTo(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<Pointer>(find, [tx.whose.companyId, ids])
  return new Map(rows.map(({ id, tag, by, name }) => [id, words.pointed[by](tag, name ?? '')]))
}

const find = `
  select a.id, a.asset_tag as tag, p.by, p.name
  from app.assets a cross join lateral (
    (select 'thing' as by, o.asset_tag as name from app.assets o
      where o.company_id = a.company_id and o.parent_asset_id = a.id and o.deleted_at is null limit 1)
    union all
    (select 'thing', o.asset_tag from app.assets o
      where o.company_id = a.company_id and o.successor_id = a.id and o.deleted_at is null limit 1)
    union all
    (select 'request', r.reference_number from app.request_assets l
      join app.requests r on r.company_id = l.company_id and r.id = l.request_id
      where l.company_id = a.company_id and l.asset_id = a.id limit 1)
    union all
    (select 'relation', o.asset_tag from app.asset_relations l
      join app.assets o on o.company_id = l.company_id and o.deleted_at is null
        and o.id = case when l.asset_id = a.id then l.other_id else l.asset_id end
      where l.company_id = a.company_id and (l.asset_id = a.id or l.other_id = a.id) limit 1)
    union all
    (select 'agent', d.name from app.devices d where d.company_id = a.company_id and d.asset_id = a.id limit 1)
    limit 1) p
  where a.company_id = $1 and a.id = any ($2::uuid[])`

import type { Tx } from '../../platform/db/transaction.ts'
import { words } from '../words.ts'

type Conflict = { subjectId: string; subjectRef: string | null; message: string }

/** How many things an import wrote: each has one event of it. */
export async function countWritten(tx: Tx, operationId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from app.events e
     where e.company_id = $1 and e.operation_id = $2 and e.subject_version is not null`,
    [tx.whose.companyId, operationId],
  )
  return row?.count ?? 0
}

/** What somebody changed since the import wrote it: its version is another one. How many, and the first of them. */
export async function whatStands(
  tx: Tx,
  operationId: string,
  { limit }: { limit: number },
): Promise<{ count: number; first: Conflict[] }> {
  const rows = await tx.query<{ id: string; ref: string; name: string | null; at: Date; count: number }>(
    `with other as (
       select a.id, a.asset_tag as ref, count(*) over ()::int as count
       from app.events e
       join app.assets a on a.company_id = e.company_id and a.id = e.subject_id and a.version <> e.subject_version
       where e.company_id = $1 and e.operation_id = $2 and e.subject_version is not null
       order by e.id limit $3)
     select o.id, o.ref, o.count, l.actor_name as name, l.at
     from other o cross join lateral (
       select e.actor_name, e.at from app.events e
       where e.company_id = $1 and e.subject_id = o.id order by e.id desc limit 1) l`,
    [tx.whose.companyId, operationId, limit],
  )
  return {
    count: rows[0]?.count ?? 0,
    first: rows.map(({ id, ref, name, at }) => ({
      subjectId: id,
      subjectRef: ref,
      message: words.changedSince(name ?? 'Deskhand', at),
    })),
  }
}

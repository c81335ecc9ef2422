import type { ImportResource } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { words } from '../words.ts'

type Conflict = { subjectId: string; subjectRef: string | null; message: string }

/** How many records an import wrote. */
export async function countWritten(tx: Tx, operationId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(distinct e.subject_id)::int as count from app.events e
     where e.company_id = $1 and e.operation_id = $2`,
    [tx.whose.companyId, operationId],
  )
  return row?.count ?? 0
}

/** What somebody changed since the import wrote it. How many, and the first of them. */
export async function whatStands(
  tx: Tx,
  resource: ImportResource,
  operationId: string,
  { limit }: { limit: number },
): Promise<{ count: number; first: Conflict[] }> {
  const rows = await tx.query<{ id: string; ref: string; name: string | null; at: Date; count: number }>(
    `with other as (${resource === 'assets' ? otherThings : otherRecords})
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

/** Each thing has one event of the import, which says what version it made. */
const otherThings = `
  select a.id, a.asset_tag as ref, count(*) over ()::int as count
  from app.events e
  join app.assets a on a.company_id = e.company_id and a.id = e.subject_id and a.version <> e.subject_version
  where e.company_id = $1 and e.operation_id = $2 and e.subject_version is not null
  order by e.id limit $3`

const otherRecords = `
  select w.id, w.ref, count(*) over ()::int as count
  from (select subject_id as id, max(subject_ref) as ref, max(id) as last from app.events
    where company_id = $1 and operation_id = $2 group by subject_id) w
  where exists (select from app.events e where e.company_id = $1 and e.subject_id = w.id and e.id > w.last)
  order by w.last limit $3`

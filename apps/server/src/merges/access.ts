import type { Tx } from '../platform/db/transaction.ts'
import type { Lists } from './rules.ts'

/** Who stands on the lists of these requests. */
export async function listsOf(tx: Tx, requestIds: readonly string[]): Promise<Lists> {
  const rows = await tx.query<{ requestId: string; people: string[] }>(
    `select request_id as "requestId", array_agg(person_id) as people from app.request_access
     where company_id = $1 and request_id = any ($2::uuid[]) group by request_id`,
    [tx.whose.companyId, requestIds],
  )
  return new Map(rows.map(({ requestId, people }) => [requestId, people]))
}

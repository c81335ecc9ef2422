import type { Tx } from '../../platform/db/transaction.ts'
import { isAwayNow } from './candidates.ts'

/** Whether this person works at this desk, can sign in, and is not away today on the company's clock. */
export async function isThere(
  tx: Tx,
  personId: string,
  deskId: string,
  now: Date,
): Promise<{ name: string; isThere: boolean } | undefined> {
  const [row] = await tx.query<{ name: string; isThere: boolean }>(
    `select p.name, p.state = 'ACTIVE' and p.deleted_at is null and exists (select from app.desk_members m
         where m.company_id = p.company_id and m.person_id = p.id and m.desk_id = $2 and not ${isAwayNow}) as "isThere"
     from app.people p where p.company_id = $1 and p.id = $4`,
    [tx.whose.companyId, deskId, now, personId],
  )
  return row
}

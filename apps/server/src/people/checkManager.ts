import type { Tx } from '../platform/db/transaction.ts'
import { refuseField } from '../platform/stop.ts'
import { words } from './words.ts'

/** Refuses a manager who is not there, or who reports to this person, at once or through others. */
export async function checkManager(
  tx: Tx,
  companyId: string,
  personId: string | null,
  managerId: string,
): Promise<void> {
  const chain = await tx.query<{ id: string }>(
    `with recursive chain as (
       select id, manager_id from app.people where company_id = $1 and id = $2 and deleted_at is null
       union
       select p.id, p.manager_id from chain c join app.people p on p.company_id = $1 and p.id = c.manager_id
     ) select id from chain`,
    [companyId, managerId],
  )
  if (chain.length === 0) throw refuseField('managerId', words.noSuchManager)
  if (chain.some(({ id }) => id === personId)) throw refuseField('managerId', words.ownManager)
}

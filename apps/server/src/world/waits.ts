import type { Tx } from '../platform/db/transaction.ts'

/** At each desk one of those that wait waits for another request of it, so that one sees what that looks like. */
export async function insertWaits(tx: Tx, companyId: string): Promise<void> {
  await tx.run(
    `update app.requests r set wait_for_id = awaited.id
     from (select distinct on (service_desk_id) service_desk_id, id from app.requests
         where company_id = $1 and status = 'WAITING' and wait_reason in ('CHANGE', 'VENDOR', 'OTHER')
           and not is_confidential and deleted_at is null order by service_desk_id, number) waiting
       join (select distinct on (service_desk_id) service_desk_id, id from app.requests
         where company_id = $1 and status = 'IN_PROGRESS' and not is_confidential and deleted_at is null
         order by service_desk_id, number desc) awaited using (service_desk_id)
     where r.company_id = $1 and r.id = waiting.id`,
    [companyId],
  )
}

import type { Tx } from '../platform/db/transaction.ts'

/** A correction that waits for its second person: an admin found that one of the closed requests of IT was worked around. */
export async function insertCorrection(tx: Pick<Tx, 'run'>, companyId: string, now: Date): Promise<void> {
  await tx.run(
    `insert into app.corrections (company_id, id, request_id, reason, wanted, changes, proposed_by_id, proposed_at)
     select $1, overlay(overlay(md5($1::text || r.id) placing '8' from 13) placing '8' from 17)::uuid, r.id, $3,
       '{"resolutionCode": "WORKAROUND"}', '{"resolutionCode": ["FIXED", "WORKAROUND"]}', admin.id,
       r.closed_at + interval '6 hours'
     from (
       select r.id, r.closed_at, r.requester_id, r.created_by_id from app.requests r
       join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id and d.code = 'IT'
       where r.company_id = $1 and r.status = 'RESOLVED' and r.resolution_code = 'FIXED' and not r.is_confidential
         and r.deleted_at is null and r.merged_into_id is null and r.closed_at < $2::timestamptz - interval '1 day'
       order by r.closed_at desc, r.number limit 1) r,
       (select id from app.people where company_id = $1 and is_admin and deleted_at is null
        order by created_at, id limit 1) admin`,
    [companyId, now, 'It came back on another machine: what helped was a workaround.'],
  )
}

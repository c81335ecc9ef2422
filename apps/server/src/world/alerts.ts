import { look } from '../alerts/commands/look.ts'
import type { Tx } from '../platform/db/transaction.ts'

/**
 * What holds in this company is found as it is every morning: by the sources themselves. Some of it was looked at by
 * who leads the desk; a rule of the company says that warranties are told of earlier than usual.
 */
export async function insertAlerts(tx: Tx, companyId: string, now: Date): Promise<void> {
  await tx.run(
    `insert into app.alert_rules (company_id, id, kind, days, created_at, updated_at)
     values ($1, gen_random_uuid(), 'warranty_ends', 45, $2, $2)`,
    [companyId, now],
  )
  await look({ tx, now, record: null })
  await tx.run(
    `with ranked as (
       select a.id, row_number() over (partition by a.kind order by a.day, a.subject_ref) as place,
         coalesce((select m.person_id from app.desk_members m
           where m.company_id = $1 and m.desk_id = a.desk_id and m.role = 'SUPERVISOR' order by m.person_id limit 1),
           (select p.id from app.people p where p.company_id = $1 and p.is_admin order by p.id limit 1)) as lead
       from app.alerts a where a.company_id = $1)
     update app.alerts a set
       state = case r.place when 2 then 'ACKNOWLEDGED' when 4 then 'SNOOZED' else 'RESOLVED' end,
       acknowledged_at = case r.place when 2 then $2::timestamptz end, acknowledged_by_id = case r.place when 2 then r.lead end,
       snoozed_until = case r.place when 4 then $2::timestamptz + interval '5 days' end,
       resolved_at = case r.place when 6 then $2::timestamptz end,
       resolved_by_id = case r.place when 6 then r.lead end
     from ranked r where a.company_id = $1 and a.id = r.id and r.place in (2, 4, 6) and r.lead is not null`,
    [companyId, now],
  )
}

import type { Tx } from '../platform/db/transaction.ts'
import { words } from '../requests/words.ts'

/** A change of six requests at once of which two were refused: what an admin looks after. */
export const insertHalfDone = (tx: Pick<Tx, 'run'>, companyId: string): Promise<unknown> =>
  tx.run(insert, [companyId, words.closedForGood])

const deed = `overlay(overlay(md5($1 || ' half done') placing '8' from 13) placing '8' from 17)::uuid`
const moment = `(select max(at) - interval '30 hours' from app.events where company_id = $1)`

const insert = `
  with who as (
    select id, name from app.people where company_id = $1 and is_admin and state = 'ACTIVE' order by name, id limit 1),
  chosen as (
    (select id, reference_number as ref, service_desk_id, false as is_closed from app.requests
      where company_id = $1 and priority = 'LOW' and closed_at is null and status = 'IN_PROGRESS'
        and not is_confidential and merged_into_id is null and deleted_at is null order by number desc, id limit 4)
    union all
    (select id, reference_number, service_desk_id, true from app.requests
      where company_id = $1 and closed_at < (select max(at) from app.events where company_id = $1) - interval '20 days'
        and not is_confidential and merged_into_id is null and deleted_at is null order by number desc, id limit 2)),
  placed as (select *, row_number() over (order by is_closed, ref) - 1 as position from chosen),
  counts as (
    select count(*) as total, count(*) filter (where is_closed) as refused from placed),
  deeds as (
    insert into app.operations (company_id, id, kind, summary, state, payload, total, unchanged, refused, started_by_id,
      started_by_name, started_at, ended_at)
    select $1, ${deed}, 'requests.bulk', 'Set the priority of ' || c.total || ' requests to low', 'DONE',
      '{"priority": "LOW"}', c.total, c.total - c.refused, c.refused, w.id, w.name, ${moment}, ${moment}
    from who w, counts c where c.refused > 0 returning id)
  insert into app.operation_items (company_id, operation_id, position, subject_type, subject_id, subject_ref, desk_id,
    state, status, code, detail, changes)
  select $1, d.id, p.position, 'request', p.id, p.ref, p.service_desk_id, case when p.is_closed then 'REFUSED' else 'UNCHANGED' end,
    case when p.is_closed then 409 else 200 end, case when p.is_closed then 'state' end,
    case when p.is_closed then $2 end, '{}'
  from placed p, deeds d`

import type { Tx } from '../platform/db/transaction.ts'
import { ruleLines } from './content/ruleLines.ts'

/** Rules of the company, and what they did: an hour after nothing at all, or when something happened. */
export async function loadRules(tx: Pick<Tx, 'run'>, companyId: string, now: Date): Promise<void> {
  const rows = ruleLines.map(({ met: _, ...rule }, at) => ({ ...rule, position: at + 1 }))
  await tx.run(insertRules, [companyId, now, JSON.stringify(rows)])
  await tx.run(insertAsking, [companyId, JSON.stringify(ruleLines)])
  // Nothing is known yet of tables that were filled a moment ago; a loop over what looks like one row takes seconds.
  await tx.run('set local enable_nestloop = off')
  for (const { name, met } of ruleLines) {
    if (!met) continue
    const { where, event, outcome, detail, changes = {} } = met
    await tx.run(insertRuns(where, event), [companyId, now, name, outcome, detail, JSON.stringify(changes)])
  }
  await tx.run('set local enable_nestloop = on')
  await tx.run(insertAssignees, [companyId])
}

/** An id that follows from a text (RFC 9562 §5.8, version 8), so that it is the same every time. */
const idOf = (text: string) => `overlay(overlay(md5(${text}) placing '8' from 13) placing '8' from 17)::uuid`

const insertRules = `
  insert into app.rules (company_id, id, name, desk_id, position, is_enabled, trigger, condition, actions, checked_until,
    created_at, updated_at)
  select $1, ${idOf(`$1 || u.name`)}, u.name, d.id, u.position, u."isEnabled", u.trigger, u.condition, u.actions, $2,
    $2::timestamptz - interval '90 days', $2::timestamptz - interval '20 days'
  from jsonb_to_recordset($3::jsonb) as u(name text, desk text, position int, "isEnabled" boolean, trigger jsonb,
    condition jsonb, actions jsonb)
  left join app.desks d on d.company_id = $1 and d.code = u.desk
  where u.desk is null or d.id is not null`

/** Policies have other ids in each installation. */
const insertAsking = `
  update app.rules u set actions = jsonb_build_object('approvalPolicyId', p.id)
  from jsonb_to_recordset($2::jsonb) as l(name text, "asksBy" text)
  join app.approval_policies p on p.company_id = $1 and p.name = l."asksBy"
  where u.company_id = $1 and u.name = l.name`

/** The newest ten that it met, too long ago to be undone. */
const insertRuns = (where: string, event: string | null) => `
  with met as (
    select r.id, r.reference_number as ref, ${event ? 'e.id' : 'null::bigint'} as event_id,
      ${event ? 'null::timestamptz' : `r.created_at + interval '24 hours'`} as moment,
      ${event ? 'e.at' : `r.created_at + interval '24 hours'`} as at, u.id as rule_id
    from app.requests r join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
    join app.rules u on u.company_id = r.company_id and u.name = $3
    ${event ? `join app.events e on e.company_id = r.company_id and e.subject_id = r.id and ${event}` : ''}
    where r.company_id = $1 and not r.is_confidential and r.merged_into_id is null and r.deleted_at is null and ${where}
      and ${event ? 'e.at' : `r.created_at + interval '24 hours'`} < $2::timestamptz - interval '26 hours'
    order by 5 desc, 1 limit 10),
  deeds as (
    insert into app.operations (company_id, id, kind, summary, state, total, changed, started_by_name, started_at, ended_at)
    select $1, ${idOf(`m.id || m.rule_id::text || m.at`)}, 'rules.run', 'Rule “' || $3 || '”', 'DONE', 1, 1, 'Deskhand', m.at, m.at
    from met m where $4 = 'APPLIED')
  insert into app.rule_runs (company_id, id, rule_id, rule_version, request_id, event_id, moment, outcome, detail, changes,
    operation_id, at)
  select $1, ${idOf(`m.id || m.rule_id::text || m.at || 'run'`)}, m.rule_id, 1, m.id, m.event_id, m.moment, $4, $5, $6::jsonb,
    case when $4 = 'APPLIED' then ${idOf(`m.id || m.rule_id::text || m.at`)} end, m.at
  from met m
  on conflict do nothing`

/** Two of the first desk have their limits, and what they are good at. */
const insertAssignees = `
  insert into app.assignees (company_id, person_id, desk_id, capacity, skills)
  select $1, m.person_id, m.desk_id, 20 - 4 * m.place, case when m.place = 1 then array['network', 'vpn'] else array['printers'] end
  from (select m.person_id, m.desk_id, row_number() over (order by p.name, p.id)::int as place
    from app.desk_members m join app.people p on p.company_id = m.company_id and p.id = m.person_id
    join app.desks d on d.company_id = m.company_id and d.id = m.desk_id
    where m.company_id = $1 and d.code = 'IT' and m.role = 'TECHNICIAN') m
  where m.place <= 2`

import { transact } from '../../apps/server/src/platform/db/transaction.ts'
import type { Installation } from '../installation.ts'
import type { Company } from './companies.ts'
import { makePieces } from './vocabulary.ts'

/** What a company has when all is filled; numbers and times are laid out for it from the beginning. */
const most = 50_000
const chunk = 5_000
const pieces = makePieces(20_000)

/**
 * Requests `from` to `to` of a company, the newest first: what is filled later is older history. The first 400 and
 * every 75th are open (about 2 % of 50,000) with three entries each, the first 200 have 30 entries. Each has its
 * line in the log.
 */
export async function fillRequests(
  { pools }: Pick<Installation, 'pools'>,
  { id }: Pick<Company, 'id'>,
  from: number,
  to: number,
): Promise<void> {
  for (let at = from; at <= to; at += chunk) {
    await transact(pools.worker, { companyId: id, personId: null }, async (tx) => {
      // What is searched by is sorted into its index in larger pieces, which is what takes longest.
      void tx.run(`set local gin_pending_list_limit = '64MB'`).catch(() => undefined)
      void tx.run(`set local statement_timeout = '5min'`).catch(() => undefined)
      await tx.run(insertStretch, [id, at, Math.min(to, at + chunk - 1), pieces])
      if (at === 1) await tx.run(setCounters, [id])
    })
  }
}

const isOpen = '(n <= 400 or n % 75 = 0)'
/** A number below `count` that belongs to the row `n`. */
const draw = (salt: number | string, count: number | string) =>
  `((hashint4extended(n, ${salt}) & 9007199254740991) % ${count})`
const piece = (name: string, salt: number | string) =>
  `join piece ${name} on ${name}.at = ${draw(salt, pieces.length)}`

const insertStretch = `
  with piece as materialized (
    select text, at - 1 as at from unnest($4::text[]) with ordinality as p (text, at)),
  desk as materialized (
    select d.id, d.prefix, d.display_order,
      array(select t.id from app.request_types t
        where t.company_id = d.company_id and t.desk_id = d.id and not t.is_confidential) as types,
      array(select m.person_id from app.desk_members m
        where m.company_id = d.company_id and m.desk_id = d.id) as technicians
    from app.desks d where d.company_id = $1),
  asker as materialized (
    select p.id, p.email, row_number() over (order by p.id) - 1 as at, count(*) over () as people
    from app.people p where p.company_id = $1 and p.job_title = 'Employee'),
  drawn as materialized (
    select n, (${most} - n) / 4 + 1 as number, ${isOpen} as is_open,
      now() - interval '3 years' * n / ${most} as created_at,
      case when ${isOpen} then
        (array['SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'IN_REVIEW', 'IN_PROGRESS', 'IN_PROGRESS',
          'IN_PROGRESS', 'WAITING', 'ACTION_REQUIRED'])[1 + ${draw(1, 10)}]
      when ${draw(1, 20)} = 0 then 'REJECTED' else 'RESOLVED' end as status
    from generate_series($2::int, $3::int) n),
  plan as materialized (
    select drawn.*, uuidv7(created_at - now()) as id, desk.id as desk_id, desk.prefix || '-' || number as ref,
      desk.types[1 + ${draw(3, 'cardinality(desk.types)')}] as type_id, asker.id as asker_id, asker.email,
      case when not is_open or status not in ('SUBMITTED', 'IN_REVIEW') then
        desk.technicians[1 + ${draw(5, 'cardinality(desk.technicians)')}] end as worker_id,
      upper(left(s1.text, 1)) || substr(s1.text, 2) || ' ' || s2.text as summary
    from drawn
    join desk on desk.display_order = n % 4
    join asker on asker.at = ${draw(8, 'asker.people')}
    ${piece('s1', 11)} ${piece('s2', 12)}),
  requests as (
    insert into app.requests (company_id, id, number, reference_number, service_desk_id, request_type_id,
      requester_id, created_by_id, requester_email, summary, description, priority, status, wait_reason,
      resolution_code, resolution_text, assigned_to_id, is_confidential, tags, sla_due_at, first_response_at,
      status_changed_at, resolved_at, closed_at, created_at, updated_at, version, sla_version)
    select $1, id, number, ref, desk_id, type_id, asker_id, asker_id, email, summary,
      concat_ws(' ', d1.text, d2.text, d3.text, d4.text),
      (array['LOW', 'MEDIUM', 'MEDIUM', 'MEDIUM', 'HIGH', 'CRITICAL'])[1 + ${draw(4, 6)}], status,
      case when status = 'WAITING' then 'VENDOR' end, case when status = 'RESOLVED' then 'FIXED' end,
      case when status = 'RESOLVED' then d2.text end, worker_id, ${draw(6, 40)} = 0,
      case when ${draw(7, 8)} = 0 then array['office', 'laptop'] else '{}' end,
      -- From two days late to five days ahead.
      case when is_open then now() + make_interval(mins => ${draw(2, 10_000)}::int - 2900)
        else created_at + interval '1 day' end,
      case when worker_id is not null then created_at + interval '1 hour' end,
      created_at + interval '2 hours', case when is_open then null else created_at + interval '7 hours' end,
      case when is_open then null else created_at + interval '5 days' end,
      created_at, created_at + interval '2 hours', 3, 1
    from plan ${[1, 2, 3, 4].map((at) => piece(`d${at}`, 12 + at)).join(' ')}),
  entries as (
    insert into app.request_activities (company_id, id, request_id, author_id, author_name, activity_type, message,
      is_system_generated, is_internal, created_at)
    select $1, uuidv7(created_at + make_interval(mins => 3 * (k - 1)) - now()), id,
      case when k % 2 = 1 then asker_id else coalesce(worker_id, asker_id) end, 'Person',
      case when k = 1 then 'SYSTEM' else 'COMMENT' end,
      case when k = 1 then 'Person opened the request.' else concat_ws(' ', m1.text, m2.text, m3.text) end,
      k = 1, k % 7 = 0, created_at + make_interval(mins => 3 * (k - 1))
    from plan
    cross join lateral generate_series(1, case when n <= 200 then 30 when is_open then 3 else 1 end) k
    ${piece('m1', 'k')} ${piece('m2', 'k + 50')} ${piece('m3', 'k + 100')})
  insert into app.events (company_id, name, subject_type, subject_id, subject_ref, desk_id, people, audience,
    actor_id, actor_name, actor_kind, data, at)
  select $1, 'request.created', 'request', id, ref, desk_id, array[asker_id], 'everyone', asker_id, 'Person',
    'person', json_build_object('summary', summary, 'onBehalf', false), created_at
  from plan`

const setCounters = `
  update app.counters c set value = ${most} / 4 + 1 from app.desks d
  where c.company_id = $1 and d.company_id = $1 and c.name = 'desk:' || d.id`

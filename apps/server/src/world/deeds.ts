import type { Tx } from '../platform/db/transaction.ts'

type Writes = Pick<Tx, 'run'>

/**
 * What brings order into the world's requests: duplicates that point to where they went, a parent with its
 * children and other links, and a bulk edit of the last day. Chosen by number, so the same every time.
 */
export async function doDeeds(tx: Writes, companyId: string): Promise<void> {
  await tx.run(mergeDuplicates, [companyId])
  await tx.run(linkFamily, [companyId])
  await tx.run(linkOthers, [companyId])
  await tx.run(tagMany, [companyId, 'vpn'])
}

/** An id that follows from a text (RFC 9562 §5.8, version 8), so that it is the same every time. */
const idOf = (text: string) => `overlay(overlay(md5(${text}) placing '8' from 13) placing '8' from 17)::uuid`

const lastMoment = '(select max(at) from app.events where company_id = $1)'

// Each of the newest closed duplicates into the request of its kind that came right before it.
const mergeDuplicates = `
  with pairs as (
    select s.id, s.reference_number as ref, s.service_desk_id, s.requester_id, s.created_by_id, s.assigned_to_id,
      s.is_confidential, s.closed_at, t.id as target_id, t.reference_number as target_ref
    from app.requests s cross join lateral (
      select t.id, t.reference_number from app.requests t
      where t.company_id = $1 and t.service_desk_id = s.service_desk_id and t.request_type_id = s.request_type_id
        and t.number < s.number and t.resolution_code is distinct from 'DUPLICATE' and not t.is_confidential
      order by t.number desc limit 1) t
    where s.company_id = $1 and s.resolution_code = 'DUPLICATE' and s.closed_at is not null and not s.is_confidential
    order by s.created_at desc limit 12),
  deeds as (
    insert into app.operations (company_id, id, kind, summary, state, total, changed, started_by_id, started_by_name,
      started_at, ended_at)
    select $1, ${idOf(`p.id || ' merge'`)}, 'requests.merge', 'Merged ' || p.ref || ' into ' || p.target_ref, 'DONE', 1, 1,
      who.id, who.name, p.closed_at, p.closed_at
    from pairs p join app.people who on who.company_id = $1 and who.id = p.assigned_to_id),
  merged as (
    update app.requests r set merged_into_id = p.target_id, merged_at = p.closed_at from pairs p
    where r.company_id = $1 and r.id = p.id)
  insert into app.events (company_id, name, subject_type, subject_id, subject_ref, desk_id, people, audience, actor_id,
    actor_name, actor_kind, data, changes, operation_id, at)
  select $1, 'request.merged', 'request', p.id, p.ref, p.service_desk_id, array[p.requester_id], 'everyone', who.id,
    who.name, 'person', jsonb_build_object('intoId', p.target_id, 'intoRef', p.target_ref),
    jsonb_build_object('mergedIntoId', json_build_array(null, p.target_id), 'closedAt', json_build_array(null, p.closed_at)),
    ${idOf(`p.id || ' merge'`)}, p.closed_at
  from pairs p join app.people who on who.company_id = $1 and who.id = p.assigned_to_id
  order by p.closed_at`

// Of the kind that most open ones are of: the first is the parent of the next three.
const linkFamily = `
  with busiest as (
    select r.service_desk_id, r.request_type_id from app.requests r
    where r.company_id = $1 and r.closed_at is null and r.status in ('SUBMITTED', 'IN_REVIEW', 'IN_PROGRESS', 'WAITING')
      and r.request_type_id is not null and not r.is_confidential
    group by 1, 2 having count(*) >= 4 order by count(*) desc, 2 limit 1),
  family as (
    select r.id, r.created_at, r.assigned_to_id, row_number() over (order by r.number) as place,
      first_value(r.id) over (order by r.number) as parent_id
    from app.requests r join busiest b using (service_desk_id, request_type_id)
    where r.company_id = $1 and r.closed_at is null and r.status in ('SUBMITTED', 'IN_REVIEW', 'IN_PROGRESS', 'WAITING')
      and not r.is_confidential)
  insert into app.request_links (company_id, id, from_id, to_id, kind, created_by_id, created_at)
  select $1, ${idOf(`id || ' parent'`)}, id, parent_id, 'parent', assigned_to_id, ${lastMoment}
  from family where place between 2 and 4`

// Neighbours among the open ones of each desk.
const linkOthers = `
  with open as (
    select r.id, r.service_desk_id, r.assigned_to_id, row_number() over (partition by r.service_desk_id order by r.number) as place
    from app.requests r
    where r.company_id = $1 and r.closed_at is null and r.status in ('IN_PROGRESS', 'WAITING') and not r.is_confidential)
  insert into app.request_links (company_id, id, from_id, to_id, kind, created_by_id, created_at)
  select $1, ${idOf(`o.id || ' ' || n.id`)}, o.id, n.id, (array['blocks', 'caused-by', 'relates'])[(o.place % 3) + 1],
    o.assigned_to_id, ${lastMoment}
  from open o join open n on n.service_desk_id = o.service_desk_id and n.place = o.place + 1
  where o.place % 2 = 1 and o.place <= 6
  on conflict do nothing`

// The newest open ones of the busiest desk got a tag, all at once, by whoever leads it.
const tagMany = `
  with desk as (
    select m.desk_id, p.id as person_id, p.name from app.desk_members m
    join app.people p on p.company_id = m.company_id and p.id = m.person_id
    where m.company_id = $1 and m.role = 'SUPERVISOR'
    order by (select count(*) from app.requests r where r.company_id = $1 and r.service_desk_id = m.desk_id) desc, p.name
    limit 1),
  chosen as (
    select r.id, r.reference_number as ref, r.tags, r.tags || $2::text as tagged, r.requester_id, r.created_by_id,
      r.service_desk_id, row_number() over (order by r.id) - 1 as position
    from app.requests r join desk d on d.desk_id = r.service_desk_id
    where r.company_id = $1 and r.closed_at is null and r.status = 'IN_PROGRESS' and not r.is_confidential
      and cardinality(r.tags) < 19 and not r.tags @> array[$2::text]
    order by r.number desc limit 8),
  deed as (
    insert into app.operations (company_id, id, kind, summary, state, payload, total, changed, started_by_id,
      started_by_name, started_at, ended_at)
    select $1, ${idOf(`$1 || ' bulk'`)}, 'requests.bulk', 'Tagged ' || (select count(*) from chosen) || ' requests', 'DONE',
      jsonb_build_object('tags', jsonb_build_object('add', array[$2::text])), (select count(*) from chosen),
      (select count(*) from chosen), d.person_id, d.name, ${lastMoment}, ${lastMoment}
    from desk d returning id),
  items as (
    insert into app.operation_items (company_id, operation_id, position, subject_type, subject_id, subject_ref, desk_id,
      state, status, changes)
    select $1, ${idOf(`$1 || ' bulk'`)}, c.position, 'request', c.id, c.ref, c.service_desk_id, 'CHANGED', 200,
      jsonb_build_object('tags', jsonb_build_array(c.tags, c.tagged))
    from chosen c),
  tagged as (
    update app.requests r set tags = c.tagged from chosen c where r.company_id = $1 and r.id = c.id)
  insert into app.events (company_id, name, subject_type, subject_id, subject_ref, desk_id, people, audience, actor_id,
    actor_name, actor_kind, data, changes, operation_id, at)
  select $1, 'request.tagged', 'request', c.id, c.ref, c.service_desk_id, array[c.requester_id], 'staff', d.person_id,
    d.name, 'person', jsonb_build_object('tags', c.tagged), jsonb_build_object('tags', jsonb_build_array(c.tags, c.tagged)),
    ${idOf(`$1 || ' bulk'`)}, ${lastMoment}
  from chosen c cross join desk d order by c.position`

import { entries } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'

type Found = { type: 'person' | 'team'; id: string; name: string; about: string | null }

/** Those whom `checkMentions` of the requests would accept: the nearest first, by the beginning of any of their names. */
export const mentionable = handle(entries.mentionable, async ({ tx, db, actor, params, query }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const isOfDesk = isStaff(actor, request)
  if (query.isInternal && !isOfDesk) return { data: [] }
  const data = await tx.query<Found>(find, [
    actor.companyId,
    request.id,
    `${query.q.replace(/[\\%_]/g, '\\$&')}%`,
    query.isInternal,
    isOfDesk,
    actor.id,
  ])
  return { data }
})

const find = `
  with r as (select * from app.requests where company_id = $1 and id = $2),
  near as (
    select r.requester_id as person_id, 1 as place, true as outside from r
    union all select r.created_by_id, 1, true from r
    union all select r.assigned_to_id, 0, true from r where r.assigned_to_id is not null
    union all select distinct c.author_id, 2, true from r
      join app.request_activities c on c.company_id = $1 and c.request_id = r.id and not c.is_internal
      where c.author_id is not null
    union all select w.person_id, 3, true from r
      join app.participants w on w.company_id = $1 and w.request_id = r.id where w.person_id is not null
    union all select a.person_id, 3, true from r
      join app.request_access a on a.company_id = $1 and a.request_id = r.id
    union all select m.person_id, 4, false from r
      join app.desk_members m on m.company_id = $1 and m.desk_id = r.service_desk_id where $5),
  people as (
    select p.id, p.name, p.first_name, p.last_name, min(near.place) as place,
      coalesce(nullif(concat_ws(', ', p.job_title, p.department), ''), null) as about,
      bool_or(exists (select from app.desk_members m where m.company_id = $1 and m.person_id = p.id
        and m.desk_id = r.service_desk_id)) as is_member,
      bool_or(exists (select from app.request_access a where a.company_id = $1 and a.person_id = p.id
        and a.request_id = r.id)) as is_listed,
      bool_or(r.is_confidential) as is_confidential, bool_or(r.access_includes_desk) as includes_desk,
      bool_or(r.requester_id = p.id) as asked, p.is_admin
    from near join r on true
    join app.people p on p.company_id = $1 and p.id = near.person_id and p.state <> 'BLOCKED' and p.deleted_at is null
    where ($5 or near.outside) and p.id <> $6
    group by p.id, p.name, p.first_name, p.last_name, p.job_title, p.department, p.is_admin)
  (select 'person' as type, id, name, about from people
    where (not is_confidential or asked or (includes_desk and is_member) or is_listed)
      and (not $4 or is_member or (is_admin and not is_confidential))
      and (first_name ilike $3 or last_name ilike $3 or name ilike $3)
    order by place, last_name, first_name, id limit 8)
  union all
  (select 'team', t.id, t.name, null from r join app.teams t on t.company_id = $1 and t.desk_id = r.service_desk_id
    where $5 and t.is_active and t.name ilike $3 and (not r.is_confidential or r.access_includes_desk)
    order by t.name limit 4)`

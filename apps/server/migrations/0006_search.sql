-- Search under row-level security cannot use its index (@@ is not leakproof), so it goes through one
-- function that filters on company and visibility itself and gives back ids only.
set role deskhand_owner;
grant select on app.requests, app.request_activities, app.request_access, app.desk_members, app.people to deskhand_search;
create policy search on app.requests for select to deskhand_search using (true);
create policy search on app.request_activities for select to deskhand_search using (true);
create policy search on app.request_access for select to deskhand_search using (true);
create policy search on app.desk_members for select to deskhand_search using (true);
create policy search on app.people for select to deskhand_search using (true);
grant create, usage on schema app_priv to deskhand_search;
reset role;

set role deskhand_search;
-- query: a tsquery made by the caller; prefix: the raw text for titles that contain it.
-- Visible are: own requests; those of own desks; all for an admin; confidential ones only by their list.
-- Ranked are the newest 500 that match, so that a common word costs no more than a rare one.
create function app_priv.search_requests(query tsquery, fragment text, most int)
returns table (id uuid, rank real)
language plpgsql stable security definer set search_path = pg_catalog, app, ext as $$
declare
  me uuid := app.pid();
  company uuid := app.cid();
  my_desks uuid[];
  sees_all boolean;
begin
  select coalesce(array_agg(m.desk_id), '{}') into my_desks
    from app.desk_members m where m.company_id = company and m.person_id = me;
  select p.is_admin into sees_all from app.people p where p.company_id = company and p.id = me and p.deleted_at is null;
  if sees_all is null then return; end if;
  return query execute $sql$
    with found as (
      (select r.id, ts_rank(r.words, $1) + 0.1 as rank, r.created_at from app.requests r
        where r.company_id = $2 and r.words @@ $1 and r.deleted_at is null
          and (r.requester_id = $3 or r.service_desk_id = any ($4) or $5
            or (r.is_confidential and exists (select from app.request_access a
                  where a.company_id = r.company_id and a.request_id = r.id and a.person_id = $3)))
          and (not r.is_confidential or r.requester_id = $3
            or (r.access_includes_desk and r.service_desk_id = any ($4))
            or exists (select from app.request_access a
                 where a.company_id = r.company_id and a.request_id = r.id and a.person_id = $3))
        order by r.created_at desc limit 500)
      union all
      (select r.id, ts_rank(c.words, $1) * 0.5 as rank, r.created_at
        from app.request_activities c
        join app.requests r on r.company_id = c.company_id and r.id = c.request_id
        where c.company_id = $2 and c.words @@ $1 and r.deleted_at is null
          and (not c.is_internal or r.service_desk_id = any ($4) or $5)
          and (r.requester_id = $3 or r.service_desk_id = any ($4) or $5
            or (r.is_confidential and exists (select from app.request_access a
                  where a.company_id = r.company_id and a.request_id = r.id and a.person_id = $3)))
          and (not r.is_confidential or r.requester_id = $3
            or (r.access_includes_desk and r.service_desk_id = any ($4))
            or exists (select from app.request_access a
                 where a.company_id = r.company_id and a.request_id = r.id and a.person_id = $3))
        order by c.created_at desc limit 500)
      union all
      (select r.id, 0.3::real, r.created_at from app.requests r
        where length($6) >= 3 and r.company_id = $2 and r.deleted_at is null
          and r.summary ilike '%' || replace(replace(replace($6, '\', '\\'), '%', '\%'), '_', '\_') || '%'
          and (r.requester_id = $3 or r.service_desk_id = any ($4) or $5
            or (r.is_confidential and exists (select from app.request_access a
                  where a.company_id = r.company_id and a.request_id = r.id and a.person_id = $3)))
          and (not r.is_confidential or r.requester_id = $3
            or (r.access_includes_desk and r.service_desk_id = any ($4))
            or exists (select from app.request_access a
                 where a.company_id = r.company_id and a.request_id = r.id and a.person_id = $3))
        order by r.created_at desc limit 100))
    select f.id, max(f.rank)::real as best from found f group by f.id order by best desc, max(f.created_at) desc limit $7
  $sql$ using query, company, me, my_desks, sees_all, fragment, most;
end $$;
revoke execute on function app_priv.search_requests(tsquery, text, int) from public;
grant execute on function app_priv.search_requests(tsquery, text, int) to deskhand_app;
reset role;

set role deskhand_owner;
revoke create on schema app_priv from deskhand_search;
reset role;

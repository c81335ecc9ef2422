-- Search looks for parts of words only where whole words and their beginnings found too little, and ranks no more than
-- the newest 500, so that a common word does not unpack the words of everything that has it.
set role deskhand_owner;
grant create on schema app_priv to deskhand_search;
reset role;
set role deskhand_search;

-- query: a tsquery made by the caller; fragment: the raw text, for titles that contain it.
-- Visible are: what one asked for or opened; what lies at one's desks and within their scope; everything for an admin;
-- and of the confidential ones only one's own, those of one's desks that are not taken out, and those one is on the list of.
-- Ranked are the newest 500 that match, so that a common word costs no more than a rare one.
create or replace function app_priv.search_requests(query tsquery, fragment text, most int)
returns table (id uuid, rank real)
language plpgsql stable security definer set search_path = pg_catalog, app, ext as $$
declare
  me uuid := app.pid();
  company uuid := app.cid();
  my_desks uuid[];
  my_list uuid[];
  my_follows uuid[];
  sees_all boolean;
  at_desk text := 'r.service_desk_id = any ($4)';
  visible text;
begin
  select p.is_admin into sees_all from app.people p where p.company_id = company and p.id = me and p.deleted_at is null;
  if sees_all is null then return; end if;
  my_desks := array(select m.desk_id from app.desk_members m where m.company_id = company and m.person_id = me);
  my_list := array(select a.request_id from app.request_access a where a.company_id = company and a.person_id = me
    union select v.request_id from app.request_approvers v where v.company_id = company and v.person_id = me and v.is_deciding);
  my_follows := array(select w.request_id from app.participants w where w.company_id = company and w.person_id = me
    union select v.request_id from app.request_approvers v where v.company_id = company and v.person_id = me);
  if not sees_all and exists (select from app.desk_scopes s where s.company_id = company and s.person_id = me) then
    my_follows := array(select w.request_id from app.participants w
        join app.requests q on q.company_id = w.company_id and q.id = w.request_id
        where w.company_id = company and w.person_id = me
          and app_priv.is_in_scope(company, me, q.service_desk_id, q.site_id)
      union select v.request_id from app.request_approvers v where v.company_id = company and v.person_id = me);
    at_desk := '(r.service_desk_id = any ($4) and app_priv.is_in_scope($2, $3, r.service_desk_id, r.site_id))';
  end if;
  visible := format($v$(case when r.is_confidential
    then r.requester_id = $3 or (r.access_includes_desk and %1$s) or r.id = any ($5)
    else $6 or r.requester_id = $3 or r.created_by_id = $3 or %1$s or r.id = any ($9) end)$v$, at_desk);
  return query execute format($sql$
    with said as materialized (
      select newest.id, ts_rank(newest.words, $1) + 0.1 as rank, newest.created_at from (
        select r.id, r.words, r.created_at from app.requests r
        where r.company_id = $2 and r.words @@ $1 and r.deleted_at is null and %1$s
        order by r.created_at desc limit 500) newest
      union all
      (select r.id, ts_rank(c.words, $1) * 0.5, r.created_at
        from app.request_activities c join app.requests r on r.company_id = c.company_id and r.id = c.request_id
        where c.company_id = $2 and c.words @@ $1 and r.deleted_at is null and %1$s
          and (not c.is_internal or r.service_desk_id = any ($4) or ($6 and not r.is_confidential))
        order by c.created_at desc limit 500)),
    found as (
      select * from said
      union all
      (select r.id, 0.3::real, r.created_at from app.requests r
        where length($7) >= 3 and (select count(distinct said.id) from said) < $8 and r.company_id = $2 and r.deleted_at is null
          and r.summary ilike '%%' || replace(replace(replace($7, '\', '\\'), '%%', '\%%'), '_', '\_') || '%%' and %1$s
        order by r.created_at desc limit 100))
    select f.id, max(f.rank)::real as best from found f group by f.id order by best desc, max(f.created_at) desc limit $8
  $sql$, visible) using query, company, me, my_desks, my_list, sees_all, fragment, most, my_follows;
end $$;
reset role;
set role deskhand_owner;
revoke create on schema app_priv from deskhand_search;
reset role;

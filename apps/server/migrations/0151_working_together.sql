-- Entries that are corrected or withdrawn, who follows a request, and drafts.
set role deskhand_owner;

alter table app.request_activities
  add column edited_at timestamptz,
  -- The text is gone then; the log has it.
  add column withdrawn_at timestamptz;

-- Who follows a request: people of the company, who see it for that, and addresses outside, which get its replies.
create table app.participants (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  person_id uuid,
  email text,
  added_by_id uuid,
  created_at timestamptz not null default now(),
  -- Who left stays left: adding an address again is refused, because it asked for that.
  left_at timestamptz,
  primary key (company_id, id),
  unique (company_id, request_id, person_id),
  unique (company_id, request_id, email),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, added_by_id) references app.people (company_id, id),
  check ((person_id is null) <> (email is null))
);
create index participants_person on app.participants (company_id, person_id, request_id) where person_id is not null;
call app_priv.put_under_tenancy('participants');
create policy as_its_request on app.participants as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = participants.company_id and r.id = participants.request_id)
) with check (true);

create table app.reply_drafts (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('reply', 'note')),
  message text not null,
  mentions jsonb not null default '[]',
  is_shared boolean not null default false check (not is_shared or kind = 'reply'),
  -- Who had it before.
  hands jsonb not null default '[]',
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, request_id, person_id, kind),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id)
);
call app_priv.put_under_tenancy('reply_drafts');
-- One's own, and those that are shared with one's desk; of both only where the request is there for one.
create policy own_or_shared on app.reply_drafts as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = reply_drafts.company_id and r.id = reply_drafts.request_id
      and (reply_drafts.person_id = (select app.pid())
        or (reply_drafts.is_shared
          and (r.service_desk_id in (select m.desk_id from app.desk_members m
                 where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
            or (select p.is_admin from app.people p
                 where p.company_id = (select app.cid()) and p.id = (select app.pid()))))))
) with check (true);

grant select on app.participants to deskhand_search;
create policy search on app.participants for select to deskhand_search using (true);
reset role;

-- The search function again: who follows a request that is not confidential sees it, and so does who is or was asked to
-- approve it; of the confidential ones only while they decide.
grant create on schema app_priv to deskhand_search;
set role deskhand_search;
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
  visible text := $v$(case when r.is_confidential
    then r.requester_id = $3 or (r.access_includes_desk and r.service_desk_id = any ($4)) or r.id = any ($5)
    else $6 or r.requester_id = $3 or r.created_by_id = $3 or r.service_desk_id = any ($4) or r.id = any ($9) end)$v$;
begin
  select p.is_admin into sees_all from app.people p where p.company_id = company and p.id = me and p.deleted_at is null;
  if sees_all is null then return; end if;
  my_desks := array(select m.desk_id from app.desk_members m where m.company_id = company and m.person_id = me);
  my_list := array(select a.request_id from app.request_access a where a.company_id = company and a.person_id = me
    union select v.request_id from app.request_approvers v where v.company_id = company and v.person_id = me and v.is_deciding);
  my_follows := array(select w.request_id from app.participants w where w.company_id = company and w.person_id = me
    union select v.request_id from app.request_approvers v where v.company_id = company and v.person_id = me);
  return query execute format($sql$
    with found as (
      (select r.id, ts_rank(r.words, $1) + 0.1 as rank, r.created_at from app.requests r
        where r.company_id = $2 and r.words @@ $1 and r.deleted_at is null and %1$s
        order by r.created_at desc limit 500)
      union all
      (select r.id, ts_rank(c.words, $1) * 0.5, r.created_at
        from app.request_activities c join app.requests r on r.company_id = c.company_id and r.id = c.request_id
        where c.company_id = $2 and c.words @@ $1 and r.deleted_at is null and %1$s
          and (not c.is_internal or r.service_desk_id = any ($4) or ($6 and not r.is_confidential))
        order by c.created_at desc limit 500)
      union all
      (select r.id, 0.3::real, r.created_at from app.requests r
        where length($7) >= 3 and r.company_id = $2 and r.deleted_at is null
          and r.summary ilike '%%' || replace(replace(replace($7, '\', '\\'), '%%', '\%%'), '_', '\_') || '%%' and %1$s
        order by r.created_at desc limit 100))
    select f.id, max(f.rank)::real as best from found f group by f.id order by best desc, max(f.created_at) desc limit $8
  $sql$, visible) using query, company, me, my_desks, my_list, sees_all, fragment, most, my_follows;
end $$;
reset role;
set role deskhand_owner;
revoke create on schema app_priv from deskhand_search;
reset role;

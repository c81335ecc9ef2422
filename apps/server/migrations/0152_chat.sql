-- Live chats: a state beside a request. What is said in them is the request's own timeline.
set role deskhand_owner;

create table app.chat_sessions (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  service_desk_id uuid not null,
  state text not null default 'WAITING' check (state in ('WAITING', 'ACTIVE', 'ENDED')),
  started_by_id uuid not null,
  technician_id uuid,
  team_id uuid,
  started_at timestamptz not null default now(),
  -- Since when it waits: anew when it was handed to a team.
  waiting_since timestamptz not null default now(),
  accepted_at timestamptz,
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, service_desk_id) references app.desks (company_id, id),
  foreign key (company_id, started_by_id) references app.people (company_id, id),
  foreign key (company_id, technician_id) references app.people (company_id, id),
  foreign key (company_id, team_id) references app.teams (company_id, id),
  check (state <> 'ACTIVE' or technician_id is not null),
  check ((state = 'ENDED') = (ended_at is not null))
);
-- One at a time on a request.
create unique index chat_sessions_open on app.chat_sessions (company_id, request_id) where state <> 'ENDED';
create index chat_sessions_waiting on app.chat_sessions (company_id, service_desk_id, state, waiting_since, id)
  where state <> 'ENDED';
-- How long chats last, for what those who wait are told.
create index chat_sessions_ended on app.chat_sessions (company_id, service_desk_id, ended_at desc)
  where accepted_at is not null;
call app_priv.put_under_tenancy('chat_sessions');
create policy as_its_request on app.chat_sessions as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = chat_sessions.company_id and r.id = chat_sessions.request_id)
) with check (true);

-- What technicians say of themselves. Who says nothing takes chats.
create table app.availability (
  company_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('ONLINE', 'BUSY', 'AWAY')),
  changed_at timestamptz not null default now(),
  primary key (company_id, person_id),
  foreign key (company_id, person_id) references app.people (company_id, id)
);
call app_priv.put_under_tenancy('availability');

grant select on app.chat_sessions to deskhand_search;
create policy search on app.chat_sessions for select to deskhand_search using (true);
reset role;

-- How many wait at a desk up to a place in its queue, and how long chats there take. It counts those on confidential
-- requests too, which who waits cannot see, and tells nothing else of them.
grant create on schema app_priv to deskhand_search;
set role deskhand_search;
create function app_priv.chat_queue(desk uuid, since timestamptz, session uuid)
returns table (ahead int, typical_seconds int)
language sql stable security definer set search_path = pg_catalog, app as $$
  select
    (select count(*)::int from app.chat_sessions s
      where s.company_id = (select app.cid()) and s.service_desk_id = desk and s.state = 'WAITING'
        and (since is null or (s.waiting_since, s.id) < (since, session))),
    (select percentile_cont(0.5) within group (order by extract(epoch from last.ended_at - last.accepted_at))::int
      from (select s.ended_at, s.accepted_at from app.chat_sessions s
        where s.company_id = (select app.cid()) and s.service_desk_id = desk and s.accepted_at is not null
          and s.ended_at is not null
        order by s.ended_at desc limit 20) last)
$$;
revoke execute on function app_priv.chat_queue(uuid, timestamptz, uuid) from public;
grant execute on function app_priv.chat_queue(uuid, timestamptz, uuid) to deskhand_app;
reset role;
set role deskhand_owner;
revoke create on schema app_priv from deskhand_search;
reset role;

-- Requests that come again by a rule, and when they did.
set role deskhand_owner;

create table app.request_plans (
  company_id uuid not null,
  id uuid not null,
  service_desk_id uuid not null,
  owner_id uuid not null,
  name text not null,
  -- RFC 5545, without its beginning: that is a day and a time on the wall of a zone.
  rule text not null,
  starts_on date not null,
  at_time text not null,
  zone text not null,
  template jsonb not null,
  catch_up text not null check (catch_up in ('SKIP', 'ONE')),
  is_paused boolean not null,
  -- Null when no date is left.
  next_run_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, service_desk_id) references app.desks (company_id, id),
  foreign key (company_id, owner_id) references app.people (company_id, id)
);
create index request_plans_due on app.request_plans (company_id, next_run_at)
  where deleted_at is null and not is_paused and next_run_at is not null;
create index request_plans_desk on app.request_plans (company_id, service_desk_id);
create index request_plans_owner on app.request_plans (company_id, owner_id);
call app_priv.put_under_tenancy('request_plans');
create policy of_its_desk on app.request_plans as restrictive for all to deskhand_app using (
  service_desk_id in (select m.desk_id from app.desk_members m
    where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
  or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))
) with check (true);

create table app.request_plan_runs (
  company_id uuid not null,
  plan_id uuid not null,
  occurs_at timestamptz not null,
  outcome text not null check (outcome in ('CREATED', 'SKIPPED', 'FAILED')),
  reason text,
  request_id uuid,
  ran_at timestamptz not null,
  -- Whatever happens, one date makes one request.
  primary key (company_id, plan_id, occurs_at),
  foreign key (company_id, plan_id) references app.request_plans (company_id, id) on delete cascade,
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete set null (request_id)
);
create index request_plan_runs_request on app.request_plan_runs (company_id, request_id) where request_id is not null;
call app_priv.put_under_tenancy('request_plan_runs');
create policy as_its_plan on app.request_plan_runs as restrictive for all to deskhand_app using (
  exists (select from app.request_plans p
    where p.company_id = request_plan_runs.company_id and p.id = request_plan_runs.plan_id)
) with check (true);

reset role;

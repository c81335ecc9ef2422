-- What is promised, by which clocks, and the ledger of each clock.
set role deskhand_owner;

-- Whom policies may treat as a VIP.
alter table app.people add column if not exists is_vip boolean not null default false;

create table app.sla_policies (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  position int not null,
  is_active boolean not null default true,
  -- What it fits; null fits all.
  desk_id uuid,
  request_type_id uuid,
  site text,
  is_vip boolean,
  -- Null is the calendar of the desk.
  calendar_id uuid,
  -- By priority: business minutes for each target, null where nothing is promised.
  targets jsonb not null,
  pauses jsonb not null,
  at_risk_percent int not null check (at_risk_percent between 1 and 99),
  escalations jsonb not null default '[]',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  retired_at timestamptz,
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id),
  foreign key (company_id, request_type_id) references app.request_types (company_id, id),
  foreign key (company_id, calendar_id) references app.calendars (company_id, id)
);
create index sla_policies_calendar on app.sla_policies (company_id, calendar_id) where calendar_id is not null;
call app_priv.put_under_tenancy('sla_policies');

-- Each version of a policy as it was, for the ledgers that went by it.
create table app.sla_policy_versions (
  company_id uuid not null,
  policy_id uuid not null,
  version int not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  primary key (company_id, policy_id, version),
  foreign key (company_id, policy_id) references app.sla_policies (company_id, id)
);
call app_priv.put_under_tenancy('sla_policy_versions');

-- Where each clock of a request stands: {"ring": …, "clocks": […]}, derived from the ledger. It lies in the row so
-- that whoever locks the request has its clocks as they are, and a list needs nothing else.
alter table app.requests
  add column sla jsonb,
  add column sla_at_risk_at timestamptz,
  -- When the next escalation step is to be taken.
  add column sla_step_at timestamptz,
  -- The clock_settings.version that it was counted by; older is stale.
  add column sla_version int not null default 0;
create index requests_sla_step on app.requests (company_id, sla_step_at)
  where sla_step_at is not null and deleted_at is null;
create index requests_sla_version on app.requests (company_id, sla_version)
  where closed_at is null and deleted_at is null;

-- The ledger: what each clock of a request did, when, and why. Only ever added to.
create table app.sla_entries (
  company_id uuid not null,
  request_id uuid not null,
  id bigint generated always as identity,
  target text not null check (target in ('FIRST_RESPONSE', 'NEXT_RESPONSE', 'RESOLUTION')),
  -- The next response has one round for each question.
  round int not null,
  kind text not null check (kind in ('STARTED', 'PAUSED', 'RESUMED', 'STOPPED', 'RECOMPUTED')),
  at timestamptz not null,
  -- Why: the state or wait reason, the answer, the new priority, the changed calendar.
  reason text not null,
  -- The event that did it, found by its name in the same transaction.
  cause text not null,
  txid xid8 not null default pg_current_xact_id(),
  -- What held from then on.
  target_seconds int,
  due_at timestamptz,
  policy_id uuid,
  policy_version int,
  calendar_id uuid,
  calendar_name text,
  -- Of a stop: whether it came too late.
  is_late boolean,
  primary key (company_id, request_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade
);
call app_priv.put_under_tenancy('sla_entries');
revoke update, delete on app.sla_entries from deskhand_app, deskhand_auth, deskhand_worker;
create policy as_its_request on app.sla_entries as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = sla_entries.company_id and r.id = sla_entries.request_id)
) with check (true);

-- The escalation steps that were taken, each once.
create table app.sla_steps (
  company_id uuid not null,
  request_id uuid not null,
  target text not null,
  round int not null,
  step text not null,
  policy_id uuid not null,
  action jsonb not null,
  due_at timestamptz not null,
  taken_at timestamptz not null,
  primary key (company_id, request_id, target, round, step),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade
);
call app_priv.put_under_tenancy('sla_steps');
revoke update, delete on app.sla_steps from deskhand_app, deskhand_auth, deskhand_worker;
-- What a desk does about its own lateness is the desk's.
create policy as_its_request on app.sla_steps as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = sla_steps.company_id and r.id = sla_steps.request_id
    and (r.service_desk_id in (select m.desk_id from app.desk_members m
           where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
      or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

reset role;

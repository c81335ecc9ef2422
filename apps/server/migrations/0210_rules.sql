-- Rules: when, if, then; their log; dry runs; and to whom rules give work.
set role deskhand_owner;

create table app.rules (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  -- Null: every desk.
  desk_id uuid,
  position int not null,
  is_enabled boolean not null default true,
  trigger jsonb not null,
  condition jsonb not null,
  actions jsonb not null,
  -- Of a rule by the clock: up to which moment it has been looked at.
  checked_until timestamptz not null default now(),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Its log stays.
  deleted_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id)
);
-- Asked at every event of a request.
create index rules_enabled on app.rules (company_id, position) where is_enabled and deleted_at is null;
create index rules_order on app.rules (company_id, position, id) where deleted_at is null;
call app_priv.put_under_tenancy('rules');

-- How the rules of a desk, or those for every desk, are gone through; where there is no row, all of them.
create table app.rule_modes (
  company_id uuid not null,
  -- The desk's id, or the company's for the rules of every desk.
  group_id uuid not null,
  mode text not null check (mode in ('ALL', 'FIRST_MATCH')),
  primary key (company_id, group_id)
);
call app_priv.put_under_tenancy('rule_modes');

-- Each time that a rule matched a request.
create table app.rule_runs (
  company_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  rule_version int not null,
  request_id uuid not null,
  -- What it reacted to: an event, or a moment of the clock.
  event_id bigint,
  moment timestamptz,
  outcome text not null check (outcome in ('APPLIED', 'UNCHANGED', 'REFUSED', 'STOPPED')),
  detail text not null,
  changes jsonb not null default '{}',
  operation_id uuid,
  -- The rules that led to it, the first one first.
  chain uuid[] not null default '{}',
  at timestamptz not null,
  primary key (company_id, id),
  -- Whatever runs twice does it once.
  unique nulls not distinct (company_id, request_id, rule_id, event_id, moment),
  check ((event_id is null) <> (moment is null)),
  foreign key (company_id, rule_id) references app.rules (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, operation_id) references app.operations (company_id, id)
);
create index rule_runs_rule on app.rule_runs (company_id, rule_id, at desc, id desc);
create index rule_runs_request on app.rule_runs (company_id, request_id, at desc);
create index rule_runs_operation on app.rule_runs (company_id, operation_id) where operation_id is not null;
call app_priv.put_under_tenancy('rule_runs');
revoke update, delete on app.rule_runs from deskhand_app, deskhand_auth;
-- What rules do about a request is the desk's.
create policy as_its_request on app.rule_runs as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = rule_runs.company_id and r.id = rule_runs.request_id
    and (r.service_desk_id in (select m.desk_id from app.desk_members m
           where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
      or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

create table app.rule_dry_runs (
  company_id uuid not null,
  id uuid not null,
  -- Null: it was not saved yet.
  rule_id uuid,
  rule_name text not null,
  rule jsonb not null,
  -- One request alone.
  request_id uuid,
  most int not null,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
  total int not null default 0,
  done int not null default 0,
  matched int not null default 0,
  refused int not null default 0,
  differences int not null default 0,
  started_by_id uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, rule_id) references app.rules (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, started_by_id) references app.people (company_id, id)
);
create index rule_dry_runs_age on app.rule_dry_runs (company_id, started_at);
call app_priv.put_under_tenancy('rule_dry_runs');

create table app.rule_differences (
  company_id uuid not null,
  dry_run_id uuid not null,
  position int not null,
  request_id uuid not null,
  at timestamptz not null,
  field text not null,
  before text,
  after text,
  refusal text,
  primary key (company_id, dry_run_id, position),
  foreign key (company_id, dry_run_id) references app.rule_dry_runs (company_id, id) on delete cascade,
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade
);
create index rule_differences_request on app.rule_differences (company_id, request_id);
call app_priv.put_under_tenancy('rule_differences');
create policy as_its_request on app.rule_differences as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = rule_differences.company_id and r.id = rule_differences.request_id)
) with check (true);

-- What rules may give to somebody of a desk; without a row they take whatever comes.
create table app.assignees (
  company_id uuid not null,
  person_id uuid not null,
  desk_id uuid not null,
  takes_work boolean not null default true,
  capacity int check (capacity > 0),
  skills text[] not null default '{}',
  -- When a rule gave them something last: whose turn it is.
  given_at timestamptz,
  primary key (company_id, person_id, desk_id),
  foreign key (company_id, person_id, desk_id) references app.desk_members (company_id, person_id, desk_id) on delete cascade
);
create index assignees_desk on app.assignees (company_id, desk_id);
call app_priv.put_under_tenancy('assignees');

reset role;

-- What needs somebody to look (decision 99): sources find what holds now, each under a key that says which case it is.
set role deskhand_owner;

create table app.alerts (
  company_id uuid not null references app.companies,
  id uuid not null default gen_random_uuid(),
  kind text not null,
  -- Which case it is: the same key does not open again while it holds.
  key text not null,
  subject_type text not null,
  subject_id uuid not null,
  subject_ref text not null,
  -- Who looks after it; null where it is the whole company's.
  desk_id uuid,
  severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
  -- The day that it is about, where the company is.
  day date not null,
  facts jsonb not null default '{}',
  state text not null default 'OPEN' check (state in ('OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'RESOLVED')),
  opened_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by_id uuid,
  snoozed_until timestamptz,
  resolved_at timestamptz,
  -- Null where it was over by itself.
  resolved_by_id uuid,
  -- When it held no longer. What a person resolved before stays here until then, so that it does not open anew.
  ended_at timestamptz,
  request_id uuid,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (company_id, id),
  check ((state = 'SNOOZED') = (snoozed_until is not null)),
  check ((state = 'RESOLVED') = (resolved_at is not null)),
  check (ended_at is null or state = 'RESOLVED'),
  foreign key (company_id, desk_id) references app.desks (company_id, id),
  foreign key (company_id, acknowledged_by_id) references app.people (company_id, id),
  foreign key (company_id, resolved_by_id) references app.people (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete set null (request_id)
);
create unique index alerts_key on app.alerts (company_id, key) where ended_at is null;
create index alerts_day on app.alerts (company_id, day, id);
create index alerts_standing on app.alerts (company_id, kind, state) where ended_at is null;
create index alerts_subject on app.alerts (company_id, subject_id);
create index alerts_snoozed on app.alerts (company_id, snoozed_until) where snoozed_until is not null;
call app_priv.put_under_tenancy('alerts');
create policy for_staff on app.alerts as restrictive for all to deskhand_app
  using ((select app.is_staff())) with check (true);

-- Where a company wants to hear of a kind earlier, later or not at all.
create table app.alert_rules (
  company_id uuid not null references app.companies,
  id uuid not null,
  kind text not null,
  days int check (days between 0 and 1000),
  is_active boolean not null default true,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (company_id, id)
);
create unique index alert_rules_kind on app.alert_rules (company_id, kind);
call app_priv.put_under_tenancy('alert_rules');

-- What is lent and must come back, among very many things.
create index assets_due on app.assets (company_id, due_at) where deleted_at is null and due_at is not null;

-- News about alerts of one kind is about no request.
alter table app.notifications add column alert_kind text;

reset role;

-- When work is done: business calendars, and which desks and sites keep them.
set role deskhand_owner;

create table app.calendars (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  -- IANA name; the hours are its wall clock's.
  zone text not null,
  -- Seven lists of {"from": "09:00", "until": "13:00"}, Monday's first.
  week jsonb not null,
  sites text[] not null default '{}',
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  unique (company_id, name)
);
create unique index calendars_default on app.calendars (company_id) where is_default;
call app_priv.put_under_tenancy('calendars');

create table app.calendar_holidays (
  company_id uuid not null,
  calendar_id uuid not null,
  date date not null,
  name text not null,
  primary key (company_id, calendar_id, date),
  foreign key (company_id, calendar_id) references app.calendars (company_id, id) on delete cascade
);
call app_priv.put_under_tenancy('calendar_holidays');

-- A desk keeps one calendar.
create table app.calendar_desks (
  company_id uuid not null,
  desk_id uuid not null,
  calendar_id uuid not null,
  primary key (company_id, desk_id),
  foreign key (company_id, desk_id) references app.desks (company_id, id) on delete cascade,
  foreign key (company_id, calendar_id) references app.calendars (company_id, id)
);
create index calendar_desks_calendar on app.calendar_desks (company_id, calendar_id);
call app_priv.put_under_tenancy('calendar_desks');

-- Counts up with every change of what clocks go by (calendars, policies). Whatever was counted by an older
-- one is stale and counted anew.
create table app.clock_settings (
  company_id uuid not null references app.companies,
  version int not null default 1,
  -- The last recomputation: how many requests there were, and when it was through.
  recompute_total int not null default 0,
  recompute_started_at timestamptz,
  recompute_finished_at timestamptz,
  primary key (company_id)
);
call app_priv.put_under_tenancy('clock_settings');

reset role;

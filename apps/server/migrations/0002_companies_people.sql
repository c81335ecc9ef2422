-- Companies, their people, desks and what can be asked of them.
set role deskhand_owner;

create table app.companies (
  company_id uuid primary key,
  name text not null,
  slug text not null,
  zone text not null,
  locale text not null default 'en',
  state text not null default 'ACTIVE' check (state in ('ACTIVE', 'SUSPENDED')),
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1
);
call app_priv.put_under_tenancy('companies');
create policy platform on app.companies to deskhand_platform using (true) with check (true);
grant select, insert, update on app.companies to deskhand_platform;

-- A person is someone in one company; the account behind it (auth.accounts) may have several.
create table app.people (
  company_id uuid not null references app.companies,
  id uuid not null,
  account_id uuid not null,
  email text not null,
  first_name text not null,
  last_name text not null,
  name text not null generated always as (first_name || ' ' || last_name) stored,
  job_title text,
  department text,
  site text,
  phone text,
  manager_id uuid,
  is_admin boolean not null default false,
  state text not null default 'INVITED' check (state in ('INVITED', 'ACTIVE', 'BLOCKED')),
  preferences jsonb not null default '{}',
  notification_preferences jsonb not null default '{}',
  last_sign_in_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  version int not null default 1,
  primary key (company_id, id),
  unique (company_id, account_id),
  unique (company_id, email),
  foreign key (company_id, manager_id) references app.people (company_id, id)
);
create index people_name on app.people (company_id, last_name, first_name, id);
create index people_manager on app.people (company_id, manager_id);
call app_priv.put_under_tenancy('people');
create policy platform on app.people to deskhand_platform using (true) with check (true);
grant select, insert on app.people to deskhand_platform;

create table app.desks (
  company_id uuid not null references app.companies,
  id uuid not null,
  code text not null,
  name text not null,
  prefix text not null,
  description text,
  promise text,
  is_active boolean not null default true,
  display_order int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  unique (company_id, code),
  unique (company_id, prefix)
);
call app_priv.put_under_tenancy('desks');
create policy platform on app.desks to deskhand_platform using (true) with check (true);
grant select, insert on app.desks to deskhand_platform;

create table app.desk_members (
  company_id uuid not null,
  person_id uuid not null,
  desk_id uuid not null,
  role text not null check (role in ('TECHNICIAN', 'SUPERVISOR')),
  created_at timestamptz not null default now(),
  primary key (company_id, person_id, desk_id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id)
);
create index desk_members_desk on app.desk_members (company_id, desk_id, person_id);
call app_priv.put_under_tenancy('desk_members');

create table app.teams (
  company_id uuid not null,
  id uuid not null,
  desk_id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, desk_id, name),
  foreign key (company_id, desk_id) references app.desks (company_id, id)
);
call app_priv.put_under_tenancy('teams');

create table app.team_members (
  company_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  primary key (company_id, team_id, person_id),
  foreign key (company_id, team_id) references app.teams (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id)
);
create index team_members_person on app.team_members (company_id, person_id);
call app_priv.put_under_tenancy('team_members');

create table app.categories (
  company_id uuid not null,
  id uuid not null,
  desk_id uuid not null,
  name text not null,
  description text,
  icon text,
  display_order int not null default 0,
  is_active boolean not null default true,
  primary key (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id)
);
create index categories_desk on app.categories (company_id, desk_id, display_order);
call app_priv.put_under_tenancy('categories');
create policy platform on app.categories to deskhand_platform using (true) with check (true);
grant select, insert on app.categories to deskhand_platform;

create table app.request_types (
  company_id uuid not null,
  id uuid not null,
  desk_id uuid not null,
  category_id uuid not null,
  name text not null,
  description text,
  promise text,
  icon text,
  requires_approval boolean not null default false,
  is_confidential boolean not null default false,
  sla_hours int check (sla_hours > 0),
  default_priority text not null default 'MEDIUM' check (default_priority in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  display_order int not null default 0,
  is_active boolean not null default true,
  primary key (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id),
  foreign key (company_id, category_id) references app.categories (company_id, id)
);
create index request_types_desk on app.request_types (company_id, desk_id, display_order);
call app_priv.put_under_tenancy('request_types');
create policy platform on app.request_types to deskhand_platform using (true) with check (true);
grant select, insert on app.request_types to deskhand_platform;

create table app.resolution_codes (
  company_id uuid not null references app.companies,
  id uuid not null,
  desk_id uuid,
  code text not null,
  name text not null,
  display_order int not null default 0,
  primary key (company_id, id),
  unique nulls not distinct (company_id, desk_id, code),
  foreign key (company_id, desk_id) references app.desks (company_id, id)
);
call app_priv.put_under_tenancy('resolution_codes');
create policy platform on app.resolution_codes to deskhand_platform using (true) with check (true);
grant select, insert on app.resolution_codes to deskhand_platform;

-- The next number of each series, drawn in the transaction that uses it: no gaps, no doubles.
create table app.counters (
  company_id uuid not null references app.companies,
  name text not null,
  value int not null default 0,
  primary key (company_id, name)
);
call app_priv.put_under_tenancy('counters');
create policy platform on app.counters to deskhand_platform using (true) with check (true);
grant select, insert on app.counters to deskhand_platform;

reset role;

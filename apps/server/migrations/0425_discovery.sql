-- What inventory agents report (decision 86): who may report, what was found last, what is installed, and what nobody
-- but a person can decide. Measured, so beside the stream of things; the things themselves change by their events.
set role deskhand_owner;

create table app.enrollment_tokens (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  -- Of the address that agents post to; the address itself lies nowhere.
  hash bytea not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  revoked_at timestamptz,
  version int not null default 1,
  primary key (company_id, id)
);
create unique index enrollment_tokens_hash on app.enrollment_tokens (company_id, hash);
create unique index enrollment_tokens_name on app.enrollment_tokens (company_id, lower(name)) where revoked_at is null;
call app_priv.put_under_tenancy('enrollment_tokens');

create table app.agents (
  company_id uuid not null references app.companies,
  id uuid not null,
  -- The id that it gives itself, or the name of the device that it reports where it has none.
  key text not null,
  kind text not null check (kind in ('GLPI', 'FUSION', 'OCS', 'OTHER')),
  name text,
  version_text text,
  state text not null default 'ALLOWED' check (state in ('ALLOWED', 'HELD', 'BLOCKED')),
  -- What the agent calls itself, and what we call it.
  reported_tag text,
  tag text,
  -- Hours between two contacts, where it differs from the rule of the company.
  contact_hours int check (contact_hours between 1 and 720),
  token_id uuid,
  ip inet,
  first_seen_at timestamptz not null,
  last_contact_at timestamptz not null,
  last_inventory_at timestamptz,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, token_id) references app.enrollment_tokens (company_id, id)
);
create unique index agents_key on app.agents (company_id, key);
create index agents_contact on app.agents (company_id, last_contact_at desc, id desc);
call app_priv.put_under_tenancy('agents');

-- What an agent reported of one device. Two agents on one machine make two of them, which belong to one thing.
create table app.devices (
  company_id uuid not null references app.companies,
  id uuid not null,
  key text not null,
  agent_id uuid not null,
  item_type text not null check (item_type in ('Computer', 'Phone', 'NetworkEquipment', 'Printer', 'Unmanaged')),
  asset_id uuid,
  -- FOUND: belongs to a thing, or waits in the inbox. IGNORED: somebody said that it is of no interest.
  state text not null default 'FOUND' check (state in ('FOUND', 'IGNORED')),
  name text,
  -- In small letters, without what stands for nothing.
  hardware_uuid text,
  serial_number text,
  macs text[] not null default '{}',
  manufacturer text,
  model text,
  kind text not null,
  os text,
  -- What it last wrote into the thing: a field that says something else by now was changed by a person.
  wrote jsonb not null default '{}',
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, agent_id) references app.agents (company_id, id),
  foreign key (company_id, asset_id) references app.assets (company_id, id)
);
create unique index devices_key on app.devices (company_id, key);
create index devices_asset on app.devices (company_id, asset_id, last_seen_at desc) where asset_id is not null;
create index devices_agent on app.devices (company_id, agent_id);
create index devices_uuid on app.devices (company_id, hardware_uuid) where hardware_uuid is not null;
create index devices_serial on app.devices (company_id, upper(serial_number)) where serial_number is not null;
create index devices_macs on app.devices using gin (company_id, macs);
call app_priv.put_under_tenancy('devices');

-- The last state of each part of a device, so that a report of one part never deletes another.
create table app.device_sections (
  company_id uuid not null,
  device_id uuid not null,
  section text not null,
  hash bytea not null,
  -- Its lines; those of software lie in app.software_installs.
  lines jsonb not null default '[]',
  changed_at timestamptz not null,
  primary key (company_id, device_id, section),
  foreign key (company_id, device_id) references app.devices (company_id, id) on delete cascade
);
call app_priv.put_under_tenancy('device_sections');

create table app.software_titles (
  company_id uuid not null references app.companies,
  id uuid not null,
  -- Its name without versions and architectures, in small letters: what is reported is found by it.
  key text not null,
  name text not null,
  publisher text,
  is_forbidden boolean not null default false,
  -- The title that it counts as.
  merged_into_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (company_id, id),
  check (merged_into_id is distinct from id),
  foreign key (company_id, merged_into_id) references app.software_titles (company_id, id)
);
create unique index software_titles_key on app.software_titles (company_id, key);
create index software_titles_name on app.software_titles (company_id, lower(name), id) where merged_into_id is null;
create index software_titles_merged on app.software_titles (company_id, merged_into_id) where merged_into_id is not null;
call app_priv.put_under_tenancy('software_titles');

create table app.software_installs (
  company_id uuid not null,
  device_id uuid not null,
  title_id uuid not null,
  version_text text not null,
  installed_on date,
  found_at timestamptz not null,
  primary key (company_id, device_id, title_id, version_text),
  foreign key (company_id, device_id) references app.devices (company_id, id) on delete cascade,
  foreign key (company_id, title_id) references app.software_titles (company_id, id)
);
create index software_installs_title on app.software_installs (company_id, title_id, device_id);
call app_priv.put_under_tenancy('software_installs');

-- The inbox: what does not fit one thing, and what could not be read.
create table app.discovery_conflicts (
  company_id uuid not null references app.companies,
  id uuid not null,
  kind text not null check (kind in ('SEVERAL', 'CONTRADICTION', 'NOTHING_TO_MATCH', 'UNMATCHED', 'REFUSED')),
  -- What comes again is the same line.
  key text not null,
  device_id uuid,
  reason text not null,
  -- [{assetId, by}]
  candidates jsonb not null default '[]',
  ip inet,
  count int not null default 1,
  created_at timestamptz not null,
  last_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by_id uuid,
  resolution text check (resolution in ('MATCHED', 'CREATED', 'IGNORED', 'SETTLED')),
  asset_id uuid,
  primary key (company_id, id),
  foreign key (company_id, device_id) references app.devices (company_id, id) on delete cascade,
  foreign key (company_id, resolved_by_id) references app.people (company_id, id)
);
create unique index discovery_conflicts_open on app.discovery_conflicts (company_id, key) where resolved_at is null;
create index discovery_conflicts_last on app.discovery_conflicts (company_id, last_at desc, id desc);
call app_priv.put_under_tenancy('discovery_conflicts');

-- Of a company that has said something else than usual.
create table app.discovery_rules (
  company_id uuid not null references app.companies,
  rules jsonb not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (company_id)
);
call app_priv.put_under_tenancy('discovery_rules');

-- What is found on things is for whoever works at a desk. Tokens, agents and rules have routes for admins alone.
create policy for_staff on app.devices as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);
create policy for_staff on app.device_sections as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);
create policy for_staff on app.software_installs as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);
create policy for_staff on app.discovery_conflicts as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);

reset role;

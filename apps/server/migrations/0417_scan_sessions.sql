-- What somebody scans before all of it is done in one deed.
set role deskhand_owner;

create table app.scan_sessions (
  company_id uuid not null,
  id uuid not null,
  started_by_id uuid not null,
  mode text not null check (mode in ('CHECK_OUT', 'CHECK_IN', 'MOVE')),
  person_id uuid,
  location_id uuid,
  asset_id uuid,
  due_at timestamptz,
  note text,
  condition text,
  started_at timestamptz not null,
  committed_at timestamptz,
  operation_id uuid,
  primary key (company_id, id),
  check (num_nonnulls(person_id, location_id, asset_id) <= 1),
  foreign key (company_id, started_by_id) references app.people (company_id, id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, location_id) references app.locations (company_id, id),
  foreign key (company_id, asset_id) references app.assets (company_id, id)
);
create index scan_sessions_started on app.scan_sessions (company_id, started_by_id, started_at desc);
call app_priv.put_under_tenancy('scan_sessions');

create table app.scans (
  company_id uuid not null,
  session_id uuid not null,
  code text not null,
  position int not null,
  -- Null for a code that nothing has.
  asset_id uuid,
  primary key (company_id, session_id, code),
  foreign key (company_id, session_id) references app.scan_sessions (company_id, id) on delete cascade,
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade
);
create unique index scans_asset on app.scans (company_id, session_id, asset_id) where asset_id is not null;
call app_priv.put_under_tenancy('scans');

create policy own on app.scan_sessions as restrictive for all to deskhand_app using (
  started_by_id = (select app.pid())
) with check (true);
create policy as_its_session on app.scans as restrictive for all to deskhand_app using (
  exists (select from app.scan_sessions s where s.company_id = scans.company_id and s.id = scans.session_id)
) with check (true);

reset role;

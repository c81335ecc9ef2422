-- Counting things: what should be there, what was scanned, and what came of it.
set role deskhand_owner;

create table app.stock_takes (
  company_id uuid not null,
  id uuid not null,
  name text not null,
  state text not null default 'PENDING'
    check (state in ('PENDING', 'ACTIVE', 'REVIEW', 'COMPLETED', 'ARCHIVED', 'CANCELLED')),
  note text,
  -- {locationIds, departments, categoryIds}
  scope jsonb not null,
  -- {confidence, margin} of a random sample; null where all is counted.
  sample jsonb,
  is_blind boolean not null default false,
  asks_holders boolean not null default false,
  due_on date,
  created_by_id uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  completed_at timestamptz,
  -- How many things the scope had when it began.
  population int,
  -- Why it was cancelled.
  reason text,
  operation_id uuid,
  -- What was signed, to the byte, and the signature of the company's key.
  report text,
  signature bytea,
  version int not null default 1,
  primary key (company_id, id),
  check ((report is null) = (signature is null)),
  foreign key (company_id, created_by_id) references app.people (company_id, id)
);
create index stock_takes_created on app.stock_takes (company_id, created_at desc, id desc);
call app_priv.put_under_tenancy('stock_takes');

create table app.stock_take_assignees (
  company_id uuid not null,
  stock_take_id uuid not null,
  person_id uuid not null,
  primary key (company_id, stock_take_id, person_id),
  foreign key (company_id, stock_take_id) references app.stock_takes (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id)
);
create index stock_take_assignees_person on app.stock_take_assignees (company_id, person_id);
call app_priv.put_under_tenancy('stock_take_assignees');

create table app.stock_take_items (
  company_id uuid not null,
  stock_take_id uuid not null,
  asset_id uuid not null,
  state text not null check (state in ('EXPECTED', 'FOUND', 'MISSING', 'UNEXPECTED', 'SELF_CONFIRMED')),
  -- Where it should be: its place, or that of what it is part of; or with whom.
  expected_location_id uuid,
  expected_person_id uuid,
  -- {status, personId, parentAssetId, locationId} when the counting began; null for what was not expected.
  held jsonb,
  -- Whoever has it is asked to confirm it as long as it is counted.
  is_asked boolean not null default false,
  found_location_id uuid,
  found_at timestamptz,
  found_by_id uuid,
  condition text,
  note text,
  primary key (company_id, stock_take_id, asset_id),
  foreign key (company_id, stock_take_id) references app.stock_takes (company_id, id) on delete cascade,
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade,
  foreign key (company_id, expected_location_id) references app.locations (company_id, id),
  foreign key (company_id, found_location_id) references app.locations (company_id, id),
  foreign key (company_id, expected_person_id) references app.people (company_id, id),
  foreign key (company_id, found_by_id) references app.people (company_id, id)
);
create index stock_take_items_asset on app.stock_take_items (company_id, asset_id);
create index stock_take_items_asked on app.stock_take_items (company_id, expected_person_id) where is_asked;
call app_priv.put_under_tenancy('stock_take_items');

create table app.stock_take_scans (
  company_id uuid not null,
  stock_take_id uuid not null,
  -- Of the device that scanned: what is sent again is the same.
  client_scan_id uuid not null,
  code text not null,
  -- Null for a code that nothing has.
  asset_id uuid,
  location_id uuid,
  -- By the clock of the device, not later than it arrived.
  at timestamptz not null,
  received_at timestamptz not null,
  by_id uuid not null,
  condition text,
  note text,
  primary key (company_id, stock_take_id, client_scan_id),
  foreign key (company_id, stock_take_id) references app.stock_takes (company_id, id) on delete cascade,
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade,
  foreign key (company_id, location_id) references app.locations (company_id, id),
  foreign key (company_id, by_id) references app.people (company_id, id)
);
create index stock_take_scans_asset on app.stock_take_scans (company_id, stock_take_id, asset_id);
call app_priv.put_under_tenancy('stock_take_scans');

-- For those who work at a desk; a line about a thing that somebody is asked for, for them as well.
create policy staff on app.stock_takes as restrictive for all to deskhand_app using (
  (select app.is_staff())
) with check (true);
create policy as_its_stock_take on app.stock_take_assignees as restrictive for all to deskhand_app using (
  (select app.is_staff())
) with check (true);
create policy holder_or_staff on app.stock_take_items as restrictive for all to deskhand_app using (
  (select app.is_staff()) or (is_asked and expected_person_id = (select app.pid()))
) with check (true);
create policy as_its_stock_take on app.stock_take_scans as restrictive for all to deskhand_app using (
  (select app.is_staff())
) with check (true);

reset role;

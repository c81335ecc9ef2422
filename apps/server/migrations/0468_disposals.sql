-- Batches of things that leave the company, and how each of them was wiped.
set role deskhand_owner;

create table app.disposals (
  company_id uuid not null references app.companies,
  id uuid not null,
  number int not null,
  name text not null,
  -- As what its things are retired.
  outcome text not null check (outcome in ('DISPOSED', 'SOLD', 'DONATED', 'RETURNED_TO_LESSOR')),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'APPROVED', 'HANDED_OVER', 'COMPLETED', 'CANCELLED')),
  partner text,
  notes text,
  reason text,
  created_by_id uuid,
  created_at timestamptz not null,
  approved_by_id uuid,
  approved_at timestamptz,
  handed_over_by_id uuid,
  handed_over_at timestamptz,
  completed_by_id uuid,
  completed_at timestamptz,
  -- The receipt of whoever took them, under the folder of attachments.
  receipt_id uuid,
  receipt_name text,
  receipt_size bigint,
  receipt_type text,
  receipt_path text,
  version int not null default 1,
  primary key (company_id, id),
  unique (company_id, number),
  -- Nobody approves what they made.
  check (approved_by_id is null or approved_by_id is distinct from created_by_id),
  foreign key (company_id, created_by_id) references app.people (company_id, id),
  foreign key (company_id, approved_by_id) references app.people (company_id, id),
  foreign key (company_id, handed_over_by_id) references app.people (company_id, id),
  foreign key (company_id, completed_by_id) references app.people (company_id, id)
);
create index disposals_newest on app.disposals (company_id, number desc);
call app_priv.put_under_tenancy('disposals');
create policy staff_sees on app.disposals as restrictive for all to deskhand_app using (
  (select app.is_staff())
) with check (true);

create table app.disposal_things (
  company_id uuid not null,
  disposal_id uuid not null,
  asset_id uuid not null,
  wipe_method text check (wipe_method in ('OVERWRITTEN', 'CRYPTO_ERASED', 'RESET', 'DEGAUSSED', 'DESTROYED')),
  wiped_by text,
  wiped_on date,
  wipe_reference text,
  -- The proof, a file of the thing.
  wipe_file_id uuid,
  -- What was in the books when it went out of them, in minor units.
  book_value bigint,
  book_currency text check (book_currency ~ '^[A-Z]{3}$'),
  -- The batch is over for it: completed or cancelled.
  ended_at timestamptz,
  primary key (company_id, disposal_id, asset_id),
  check ((wipe_method is null) = (wiped_by is null)),
  check ((wipe_method is null) = (wiped_on is null)),
  foreign key (company_id, disposal_id) references app.disposals (company_id, id) on delete cascade,
  foreign key (company_id, asset_id) references app.assets (company_id, id),
  foreign key (company_id, wipe_file_id) references app.asset_files (company_id, id)
);
-- A thing leaves once: it is in one batch that goes on.
create unique index disposal_things_once on app.disposal_things (company_id, asset_id) where ended_at is null;
create index disposal_things_asset on app.disposal_things (company_id, asset_id);
call app_priv.put_under_tenancy('disposal_things');
create policy staff_sees on app.disposal_things as restrictive for all to deskhand_app using (
  (select app.is_staff())
) with check (true);

reset role;

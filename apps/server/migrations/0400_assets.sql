-- Things: where they can be, what kinds there are, each of them, and who has had it. A thing's row is a projection
-- of its events (decision 80): `events.changes`, folded in the order of `subject_version`, gives the row.
create extension if not exists btree_gist schema ext;
set role deskhand_owner;

-- Version of its subject that an event made, where the log is the source and the row its projection.
alter table app.events add column subject_version int check (subject_version > 0);
create unique index events_stream on app.events (company_id, subject_id, subject_version)
  where subject_version is not null;

-- Whether the person of this transaction works at any desk, or runs the company. Asked once in a statement.
create function app.is_staff() returns boolean language sql stable parallel safe
  return exists (select from app.desk_members m where m.company_id = app.cid() and m.person_id = app.pid())
    or coalesce((select p.is_admin from app.people p where p.company_id = app.cid() and p.id = app.pid()), false);

-- Sites hold buildings, buildings floors, floors rooms, rooms shelves; any of them may be left out.
create table app.locations (
  company_id uuid not null references app.companies,
  id uuid not null,
  kind text not null check (kind in ('SITE', 'BUILDING', 'FLOOR', 'ROOM', 'SHELF')),
  name text not null,
  parent_id uuid,
  -- Its ancestors and itself, so that "everything in it" is one comparison.
  path uuid[] not null,
  -- The site of the company's tree of units that this is.
  unit_id uuid,
  address text,
  -- Where things that nobody has are kept.
  is_store boolean not null default false,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, parent_id) references app.locations (company_id, id),
  foreign key (company_id, unit_id) references app.business_units (company_id, id)
);
create unique index locations_name on app.locations
  (company_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name)) where retired_at is null;
create index locations_path on app.locations using gin (company_id, path);
call app_priv.put_under_tenancy('locations');

create table app.manufacturers (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  website text,
  support_website text,
  support_phone text,
  support_email text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id)
);
create unique index manufacturers_name on app.manufacturers (company_id, lower(name));
call app_priv.put_under_tenancy('manufacturers');

create table app.asset_categories (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  -- Tags are PREFIX-number; the next number of the sequence, never given twice.
  tag_prefix text not null check (tag_prefix ~ '^[A-Z][A-Z0-9]{0,9}$'),
  tag_digits int not null default 5 check (tag_digits between 1 and 10),
  next_number int not null default 1,
  -- Which desk keeps these things; null where any technician may.
  desk_id uuid,
  icon text not null default 'box',
  -- Fields of its things, as those of a form.
  fields jsonb not null default '[]',
  requires_acceptance boolean not null default false,
  -- What whoever takes one agrees to; each wording has its number.
  policy_text text,
  policy_version int not null default 1,
  -- Must be wiped before it goes to anybody else.
  bears_data boolean not null default false,
  -- {method: 'STRAIGHT_LINE', months, residualPercent} or {method: 'DECLINING', yearlyPercent, residualPercent}, or null.
  depreciation jsonb,
  lifetime_months int check (lifetime_months > 0),
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id)
);
create unique index asset_categories_name on app.asset_categories (company_id, lower(name));
create unique index asset_categories_prefix on app.asset_categories (company_id, tag_prefix);
call app_priv.put_under_tenancy('asset_categories');

create table app.asset_models (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  model_number text,
  manufacturer_id uuid,
  category_id uuid not null,
  -- Beside those of its category.
  fields jsonb not null default '[]',
  -- Where it differs from its category.
  depreciation jsonb,
  lifetime_months int check (lifetime_months > 0),
  warranty_months int check (warranty_months > 0),
  -- Employees may ask to borrow one.
  is_requestable boolean not null default false,
  -- How many should be in stock.
  minimum_in_stock int check (minimum_in_stock >= 0),
  notes text,
  picture_file_id uuid,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, manufacturer_id) references app.manufacturers (company_id, id),
  foreign key (company_id, category_id) references app.asset_categories (company_id, id)
);
create unique index asset_models_name on app.asset_models
  (company_id, coalesce(manufacturer_id, '00000000-0000-0000-0000-000000000000'), lower(name), lower(coalesce(model_number, '')))
  where retired_at is null;
create index asset_models_category on app.asset_models (company_id, category_id);
call app_priv.put_under_tenancy('asset_models');

create table app.assets (
  company_id uuid not null references app.companies,
  id uuid not null,
  asset_tag text not null,
  name text,
  serial_number text,
  category_id uuid not null,
  model_id uuid,
  status text not null check (status in
    ('ORDERED', 'IN_STOCK', 'DEPLOYED', 'IN_TRANSIT', 'IN_MAINTENANCE', 'MISSING', 'RETIRED', 'VOID')),
  sub_status text,
  -- Who or what has it while it is out: a person, or the thing that it is part of or goes with. With neither, the place.
  person_id uuid,
  parent_asset_id uuid,
  location_id uuid,
  -- Until when it is out on loan.
  due_at timestamptz,
  condition text check (condition in ('NEW', 'GOOD', 'MARKED', 'DAMAGED', 'BROKEN')),
  acceptance text not null default 'NONE' check (acceptance in ('NONE', 'PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED')),
  is_disputed boolean not null default false,
  ownership text not null default 'OWNED' check (ownership in ('OWNED', 'LEASED', 'RENTED', 'PRIVATE')),
  lease_ends_on date,
  lessor text,
  supplier text,
  order_number text,
  purchase_date date,
  -- Minor units of its currency.
  purchase_cost bigint check (purchase_cost >= 0),
  purchase_currency text check (purchase_currency ~ '^[A-Z]{3}$'),
  warranty_ends_on date,
  end_of_life_on date,
  cost_center_id uuid,
  custom_fields jsonb not null default '{}',
  notes text,
  -- What put it here: a person, an import, an agent.
  source text not null default 'manual' check (source in ('manual', 'import', 'agent')),
  -- What replaced it.
  successor_id uuid,
  -- Fields that agents must leave alone.
  locked_fields text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  -- Equals the subject_version of its last event.
  version int not null default 1,
  primary key (company_id, id),
  check ((purchase_cost is null) = (purchase_currency is null)),
  check (num_nonnulls(person_id, parent_asset_id) <= 1),
  check (parent_asset_id is distinct from id),
  foreign key (company_id, category_id) references app.asset_categories (company_id, id),
  foreign key (company_id, model_id) references app.asset_models (company_id, id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, parent_asset_id) references app.assets (company_id, id),
  foreign key (company_id, location_id) references app.locations (company_id, id),
  foreign key (company_id, cost_center_id) references app.cost_centers (company_id, id),
  foreign key (company_id, successor_id) references app.assets (company_id, id)
);
-- Never given twice, also not after one is deleted.
create unique index assets_tag on app.assets (company_id, upper(asset_tag));
create unique index assets_serial on app.assets (company_id, upper(serial_number))
  where serial_number is not null and deleted_at is null;
create index assets_created on app.assets (company_id, created_at desc, id desc) where deleted_at is null;
create index assets_status on app.assets (company_id, status, sub_status, asset_tag) where deleted_at is null;
create index assets_person on app.assets (company_id, person_id) where person_id is not null;
create index assets_parent on app.assets (company_id, parent_asset_id) where parent_asset_id is not null;
create index assets_location on app.assets (company_id, location_id, asset_tag) where deleted_at is null;
create index assets_model on app.assets (company_id, model_id, asset_tag) where deleted_at is null;
create index assets_category on app.assets (company_id, category_id, asset_tag) where deleted_at is null;
create index assets_warranty on app.assets (company_id, warranty_ends_on) where deleted_at is null and warranty_ends_on is not null;
call app_priv.put_under_tenancy('assets');
-- Whoever works at a desk sees the things of the company; others what they have.
create policy who_sees on app.assets as restrictive for all to deskhand_app using (
  (select app.is_staff()) or person_id = (select app.pid())
) with check (true);

-- Who or what had it from when until when: a projection of the same events, for "who had this in March".
create table app.asset_holdings (
  company_id uuid not null,
  asset_id uuid not null,
  -- The version of the thing that began it.
  since_version int not null,
  person_id uuid,
  parent_asset_id uuid,
  location_id uuid,
  during tstzrange not null,
  primary key (company_id, asset_id, since_version),
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id),
  -- Nothing is in two hands at once.
  exclude using gist (company_id with =, asset_id with =, during with &&)
);
create index asset_holdings_person on app.asset_holdings (company_id, person_id, lower(during) desc) where person_id is not null;
create index asset_holdings_open on app.asset_holdings (company_id, asset_id) where upper_inf(during);
call app_priv.put_under_tenancy('asset_holdings');
create policy as_its_asset on app.asset_holdings as restrictive for all to deskhand_app using (
  (select app.is_staff()) or person_id = (select app.pid())
) with check (true);

-- What happened to a thing is seen by whoever sees the thing.
create policy as_its_asset on app.events as restrictive for select to deskhand_app using (
  subject_type <> 'asset'
  or exists (select from app.assets a where a.company_id = events.company_id and a.id = events.subject_id)
);

reset role;

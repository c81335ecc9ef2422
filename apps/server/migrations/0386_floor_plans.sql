-- Floor plans: pictures on which whoever asks puts a pin.
set role deskhand_owner;

create table app.floor_plans (
  company_id uuid not null references app.companies,
  id uuid not null,
  -- The site that it is of.
  unit_id uuid not null,
  name text not null,
  width int not null check (width > 0),
  height int not null check (height > 0),
  -- WebP of our own making; it never changes under its id, because pins point into it.
  picture bytea not null,
  created_at timestamptz not null default now(),
  -- Replaced or taken away; pins still show it.
  retired_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, unit_id) references app.business_units (company_id, id) on delete cascade
);
create unique index floor_plans_name on app.floor_plans (company_id, unit_id, lower(name)) where retired_at is null;
call app_priv.put_under_tenancy('floor_plans');

reset role;

-- Consumables, accessories and spare parts: a ledger in double entry, of which the balances are a projection (decision 94).
set role deskhand_owner;

create table app.stock_items (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('CONSUMABLE', 'ACCESSORY', 'PART')),
  sku text,
  -- What one of them is: piece, box, metre.
  unit text not null default 'piece',
  supplier text,
  unit_cost bigint check (unit_cost >= 0),
  unit_cost_currency text,
  notes text,
  -- Which desk keeps it; null where any technician may.
  desk_id uuid,
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  check ((unit_cost is null) = (unit_cost_currency is null)),
  foreign key (company_id, desk_id) references app.desks (company_id, id)
);
create unique index stock_items_name on app.stock_items (company_id, lower(name)) where retired_at is null;
create unique index stock_items_sku on app.stock_items (company_id, lower(sku)) where retired_at is null;
call app_priv.put_under_tenancy('stock_items');

-- How many of it a place should have.
create table app.stock_levels (
  company_id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  minimum int check (minimum >= 0),
  reorder_point int check (reorder_point >= 0),
  maximum int check (maximum >= 0),
  primary key (company_id, item_id, location_id),
  check (minimum <= reorder_point),
  check (minimum <= maximum),
  check (reorder_point <= maximum),
  foreign key (company_id, item_id) references app.stock_items (company_id, id),
  foreign key (company_id, location_id) references app.locations (company_id, id)
);
create index stock_levels_location on app.stock_levels (company_id, location_id);
call app_priv.put_under_tenancy('stock_levels');

-- Of which models it is a part.
create table app.stock_fits (
  company_id uuid not null,
  item_id uuid not null,
  model_id uuid not null,
  primary key (company_id, item_id, model_id),
  foreign key (company_id, item_id) references app.stock_items (company_id, id),
  foreign key (company_id, model_id) references app.asset_models (company_id, id) on delete cascade
);
create index stock_fits_model on app.stock_fits (company_id, model_id);
call app_priv.put_under_tenancy('stock_fits');

create table app.stock_reservations (
  company_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  request_id uuid,
  quantity int not null check (quantity > 0),
  -- WAITING has none yet, READY has them put aside.
  state text not null check (state in ('WAITING', 'READY', 'ISSUED', 'RELEASED')),
  created_by_id uuid,
  created_by_name text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, item_id) references app.stock_items (company_id, id),
  foreign key (company_id, location_id) references app.locations (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete set null (request_id),
  foreign key (company_id, created_by_id) references app.people (company_id, id)
);
create index stock_reservations_open on app.stock_reservations (company_id, item_id, created_at)
  where state in ('WAITING', 'READY');
create index stock_reservations_request on app.stock_reservations (company_id, request_id) where request_id is not null;
create index stock_reservations_location on app.stock_reservations (company_id, location_id);
call app_priv.put_under_tenancy('stock_reservations');

create table app.stock_movements (
  company_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  kind text not null
    check (kind in ('RECEIVE', 'ISSUE', 'RETURN', 'ADJUST', 'TRANSFER', 'RESERVE', 'RELEASE', 'UNDO')),
  quantity int not null check (quantity > 0),
  -- Why, or the number of the delivery.
  note text,
  -- For whom, for what, or from whom.
  person_id uuid,
  asset_id uuid,
  request_id uuid,
  reservation_id uuid,
  undoes_id uuid,
  operation_id uuid,
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  primary key (company_id, id),
  check ((kind = 'UNDO') = (undoes_id is not null)),
  foreign key (company_id, item_id) references app.stock_items (company_id, id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, asset_id) references app.assets (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete set null (request_id),
  foreign key (company_id, reservation_id) references app.stock_reservations (company_id, id),
  foreign key (company_id, undoes_id) references app.stock_movements (company_id, id),
  foreign key (company_id, actor_id) references app.people (company_id, id)
);
create index stock_movements_item on app.stock_movements (company_id, item_id, at desc, id desc);
create index stock_movements_asset on app.stock_movements (company_id, asset_id, at desc) where asset_id is not null;
create index stock_movements_person on app.stock_movements (company_id, person_id) where person_id is not null;
create index stock_movements_request on app.stock_movements (company_id, request_id) where request_id is not null;
create unique index stock_movements_undone on app.stock_movements (company_id, undoes_id) where undoes_id is not null;
call app_priv.put_under_tenancy('stock_movements');

create table app.stock_lines (
  company_id uuid not null,
  movement_id uuid not null,
  position int not null,
  item_id uuid not null,
  account text not null
    check (account in ('PLACE', 'RESERVED', 'PERSON', 'ASSET', 'USED', 'SUPPLIER', 'ADJUSTMENT')),
  location_id uuid,
  person_id uuid,
  asset_id uuid,
  -- Which of the accounts of this name: a place, a person, a thing, or the only one.
  holder_id uuid not null generated always as
    (coalesce(location_id, person_id, asset_id, '00000000-0000-0000-0000-000000000000')) stored,
  quantity int not null check (quantity <> 0),
  primary key (company_id, movement_id, position),
  check ((location_id is not null) = (account in ('PLACE', 'RESERVED'))),
  check ((person_id is not null) = (account = 'PERSON')),
  check ((asset_id is not null) = (account = 'ASSET')),
  foreign key (company_id, movement_id) references app.stock_movements (company_id, id),
  foreign key (company_id, item_id) references app.stock_items (company_id, id),
  foreign key (company_id, location_id) references app.locations (company_id, id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, asset_id) references app.assets (company_id, id)
);
create index stock_lines_account on app.stock_lines (company_id, item_id, account, holder_id);
create index stock_lines_location on app.stock_lines (company_id, location_id) where location_id is not null;
call app_priv.put_under_tenancy('stock_lines');

-- What was written stays: a mistake is taken back by a movement of its own.
revoke update, delete on app.stock_movements from deskhand_app, deskhand_auth, deskhand_worker;
revoke update, delete on app.stock_lines from deskhand_app, deskhand_auth, deskhand_worker;

-- All lines of a movement are written in one statement, and what goes somewhere comes from somewhere.
create function app_priv.stock_sums_to_zero() returns trigger language plpgsql as $$
begin
  if exists (select from written group by company_id, movement_id having sum(quantity) <> 0 or count(distinct item_id) > 1) then
    raise exception 'The lines of a movement of stock do not sum to zero.' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger sums_to_zero after insert on app.stock_lines referencing new table as written
  for each statement execute function app_priv.stock_sums_to_zero();

-- A projection of the lines, written with them; what is somewhere is never less than nothing.
create table app.stock_balances (
  company_id uuid not null,
  item_id uuid not null,
  account text not null,
  holder_id uuid not null,
  quantity bigint not null,
  primary key (company_id, item_id, account, holder_id),
  constraint stock_balances_there check (quantity >= 0 or account in ('USED', 'SUPPLIER', 'ADJUSTMENT')),
  foreign key (company_id, item_id) references app.stock_items (company_id, id)
);
create index stock_balances_holder on app.stock_balances (company_id, holder_id) where quantity <> 0;
call app_priv.put_under_tenancy('stock_balances');

-- For whoever works at a desk; everybody else sees what they have themselves.
create policy staff_or_own on app.stock_balances as restrictive for all to deskhand_app using (
  (select app.is_staff()) or (account = 'PERSON' and holder_id = (select app.pid()))
) with check (true);
create policy staff_or_own on app.stock_items as restrictive for all to deskhand_app using (
  (select app.is_staff()) or exists (select from app.stock_balances b
    where b.company_id = stock_items.company_id and b.item_id = stock_items.id and b.account = 'PERSON'
      and b.holder_id = (select app.pid()) and b.quantity > 0)
) with check (true);
create policy staff on app.stock_levels as restrictive for all to deskhand_app
  using ((select app.is_staff())) with check (true);
create policy staff on app.stock_fits as restrictive for all to deskhand_app
  using ((select app.is_staff())) with check (true);
create policy staff on app.stock_movements as restrictive for all to deskhand_app
  using ((select app.is_staff())) with check (true);
create policy staff on app.stock_lines as restrictive for all to deskhand_app
  using ((select app.is_staff())) with check (true);
-- That a confidential request waits for something is told to whom it shows itself.
create policy as_its_request on app.stock_reservations as restrictive for all to deskhand_app using (
  (select app.is_staff()) and (request_id is null or exists (select from app.requests r
    where r.company_id = stock_reservations.company_id and r.id = stock_reservations.request_id))
) with check (true);

reset role;

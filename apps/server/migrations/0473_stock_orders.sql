-- What was asked of Finance because a place had too little of it, until the request of it is over.
set role deskhand_owner;

create table app.stock_orders (
  company_id uuid not null,
  request_id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  quantity int not null check (quantity > 0),
  ordered_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, request_id, item_id, location_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, item_id) references app.stock_items (company_id, id),
  foreign key (company_id, location_id) references app.locations (company_id, id)
);
-- One at a time for each place, whoever asks at the same moment.
create unique index stock_orders_open on app.stock_orders (company_id, item_id, location_id) where ended_at is null;
create index stock_orders_location on app.stock_orders (company_id, location_id);
call app_priv.put_under_tenancy('stock_orders');
create policy for_staff on app.stock_orders as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);

reset role;

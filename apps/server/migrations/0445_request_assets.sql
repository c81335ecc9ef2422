-- Which things a request is about. A confidential one shows them only to whom it shows itself, and never on the thing.
set role deskhand_owner;

create table app.request_assets (
  company_id uuid not null,
  request_id uuid not null,
  asset_id uuid not null,
  linked_by_id uuid,
  linked_at timestamptz not null default now(),
  primary key (company_id, request_id, asset_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, asset_id) references app.assets (company_id, id),
  foreign key (company_id, linked_by_id) references app.people (company_id, id)
);
create index request_assets_asset on app.request_assets (company_id, asset_id, linked_at desc);
call app_priv.put_under_tenancy('request_assets');

create policy as_its_request on app.request_assets as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = request_assets.company_id and r.id = request_assets.request_id)
) with check (true);

reset role;

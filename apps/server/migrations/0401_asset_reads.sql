-- When something last saw a thing: an agent, a scan, a stock-take. Measured, not decided, so beside its stream.
set role deskhand_owner;

create table app.asset_sightings (
  company_id uuid not null,
  asset_id uuid not null,
  seen_at timestamptz not null,
  seen_by text not null check (seen_by in ('agent', 'scan', 'stock_take', 'holder')),
  primary key (company_id, asset_id),
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade
);
call app_priv.put_under_tenancy('asset_sightings');
create policy as_its_asset on app.asset_sightings as restrictive for all to deskhand_app using (
  exists (select from app.assets a where a.company_id = asset_sightings.company_id and a.id = asset_sightings.asset_id)
);

-- The orders of the list. What has no day stands last.
create index assets_tags on app.assets (company_id, asset_tag, id) where deleted_at is null;
create index assets_updated on app.assets (company_id, updated_at, id) where deleted_at is null;
create index assets_warranty_order on app.assets (company_id, (coalesce(warranty_ends_on, 'infinity'::date)), id) where deleted_at is null;
create index assets_lease_order on app.assets (company_id, (coalesce(lease_ends_on, 'infinity'::date)), id) where deleted_at is null;
drop index app.assets_warranty;
-- What is typed into the search of the list.
create index assets_words on app.assets using gin
  (company_id, (asset_tag || ' ' || coalesce(serial_number, '') || ' ' || coalesce(name, '')) ext.gin_trgm_ops);

reset role;

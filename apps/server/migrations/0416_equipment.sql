-- When whoever has a thing last said that they do.
set role deskhand_owner;

create table app.equipment_confirmations (
  company_id uuid not null,
  asset_id uuid not null,
  person_id uuid not null,
  confirmed_at timestamptz not null,
  primary key (company_id, asset_id, person_id),
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id)
);
create index equipment_confirmations_person on app.equipment_confirmations (company_id, person_id);
call app_priv.put_under_tenancy('equipment_confirmations');
create policy own_or_staff on app.equipment_confirmations as restrictive for all to deskhand_app using (
  person_id = (select app.pid()) or (select app.is_staff())
) with check (true);

reset role;

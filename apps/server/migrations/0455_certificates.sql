-- Certificates and domains, and when they expire.
set role deskhand_owner;

create table app.certificates (
  company_id uuid not null references app.companies,
  id uuid not null,
  kind text not null check (kind in ('CERTIFICATE', 'DOMAIN')),
  name text not null,
  issuer text,
  expires_on date not null,
  renews_itself boolean not null default false,
  owner_id uuid,
  asset_id uuid,
  cost_amount bigint check (cost_amount >= 0),
  cost_currency text,
  remind_days int not null default 30 check (remind_days between 1 and 365),
  notes text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (company_id, id),
  check ((cost_amount is null) = (cost_currency is null)),
  foreign key (company_id, owner_id) references app.people (company_id, id),
  foreign key (company_id, asset_id) references app.assets (company_id, id)
);
create index certificates_expires on app.certificates (company_id, expires_on, id) where deleted_at is null;
create index certificates_asset on app.certificates (company_id, asset_id) where asset_id is not null and deleted_at is null;
call app_priv.put_under_tenancy('certificates');
create policy for_staff on app.certificates as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);

reset role;

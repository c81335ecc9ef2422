-- What insurers were asked to pay for things that are lost, stolen or broken.
set role deskhand_owner;

create table app.insurance_claims (
  company_id uuid not null,
  asset_id uuid not null,
  insurer text not null,
  number text,
  state text not null check (state in ('FILED', 'PAID', 'REFUSED', 'WITHDRAWN')),
  filed_on date not null,
  paid_amount bigint,
  paid_currency text,
  note text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version int not null default 1,
  primary key (company_id, asset_id),
  check ((paid_amount is null) = (paid_currency is null)),
  check (paid_amount is null or state = 'PAID'),
  foreign key (company_id, asset_id) references app.assets (company_id, id)
);
create index insurance_claims_newest on app.insurance_claims (company_id, filed_on desc, asset_id desc);
call app_priv.put_under_tenancy('insurance_claims');

-- For whoever works at a desk: also not for whoever has the thing.
create policy for_staff on app.insurance_claims as restrictive for all to deskhand_app
  using ((select app.is_staff())) with check (true);

reset role;

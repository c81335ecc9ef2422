-- What things have to do with each other, beside being part of one another: the first needs, runs on, … the second.
set role deskhand_owner;

create table app.asset_relations (
  company_id uuid not null,
  id uuid not null,
  asset_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('RUNS_ON', 'DEPENDS_ON', 'PART_OF', 'CONNECTED_TO')),
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  check (asset_id <> other_id),
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade,
  foreign key (company_id, other_id) references app.assets (company_id, id) on delete cascade
);
create unique index asset_relations_once on app.asset_relations (company_id, asset_id, other_id, kind);
create index asset_relations_other on app.asset_relations (company_id, other_id, kind);
call app_priv.put_under_tenancy('asset_relations');
-- How things hang together is for whoever works at a desk.
create policy staff_alone on app.asset_relations as restrictive for all to deskhand_app using (
  (select app.is_staff())
) with check (true);

reset role;

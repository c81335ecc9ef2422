-- Licences: how many seats, who has them, and for which terms.
set role deskhand_owner;

create table app.licences (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  publisher text,
  kind text not null check (kind in ('PER_PERSON', 'PER_DEVICE', 'FLOATING')),
  seats int not null check (seats between 0 and 99999),
  -- Kept by the trigger below, so that seats cannot be overbooked, whoever writes them.
  used int not null default 0,
  minimum_free int check (minimum_free >= 0),
  owner_id uuid,
  software_title_id uuid,
  supplier text,
  order_number text,
  notes text,
  -- The key, under a key of the company's.
  sealed_key bytea,
  retired_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  constraint licences_not_overbooked check (used between 0 and seats),
  foreign key (company_id, owner_id) references app.people (company_id, id),
  foreign key (company_id, software_title_id) references app.software_titles (company_id, id)
);
create index licences_name on app.licences (company_id, lower(name), id);
create index licences_title on app.licences (company_id, software_title_id) where software_title_id is not null;
call app_priv.put_under_tenancy('licences');
create policy for_staff on app.licences as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);

create table app.licence_seats (
  company_id uuid not null,
  id uuid not null,
  licence_id uuid not null,
  person_id uuid,
  asset_id uuid,
  note text,
  assigned_at timestamptz not null,
  assigned_by_id uuid,
  freed_at timestamptz,
  freed_by_id uuid,
  freed_because text check (freed_because in ('FREED', 'CHECKED_IN', 'THING_GONE', 'PERSON_LEFT', 'RETIRED')),
  primary key (company_id, id),
  check ((person_id is null) <> (asset_id is null)),
  check ((freed_at is null) = (freed_because is null)),
  foreign key (company_id, licence_id) references app.licences (company_id, id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, asset_id) references app.assets (company_id, id)
);
-- Nobody and nothing has two seats of one licence.
create unique index licence_seats_person on app.licence_seats (company_id, person_id, licence_id)
  where freed_at is null and person_id is not null;
create unique index licence_seats_asset on app.licence_seats (company_id, asset_id, licence_id)
  where freed_at is null and asset_id is not null;
create index licence_seats_licence on app.licence_seats (company_id, licence_id, assigned_at desc, id desc);
call app_priv.put_under_tenancy('licence_seats');
create policy for_staff on app.licence_seats as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);

create function app_priv.count_licence_seats() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' and new.freed_at is null and (tg_op = 'INSERT' or old.freed_at is not null) then
    update app.licences set used = used + 1 where company_id = new.company_id and id = new.licence_id;
  elsif tg_op <> 'INSERT' and old.freed_at is null and (tg_op = 'DELETE' or new.freed_at is not null) then
    update app.licences set used = used - 1 where company_id = old.company_id and id = old.licence_id;
  end if;
  return null;
end $$;
create trigger count_seats after insert or update or delete on app.licence_seats
  for each row execute function app_priv.count_licence_seats();

create table app.licence_terms (
  company_id uuid not null,
  id uuid not null,
  licence_id uuid not null,
  state text not null check (state in ('PLANNED', 'ACTIVE', 'IN_NOTICE', 'RENEWED', 'ENDED')),
  starts_on date not null,
  ends_on date,
  renews_on date,
  notice_count int check (notice_count > 0),
  notice_unit text check (notice_unit in ('DAYS', 'MONTHS')),
  -- The last day on which notice can be given.
  notice_by date generated always as (
    case when ends_on is null or notice_count is null then null
      when notice_unit = 'DAYS' then ends_on - notice_count
      else (ends_on - notice_count * interval '1 month')::date end) stored,
  notice_given_on date,
  renews_itself boolean not null default false,
  cost_amount bigint check (cost_amount >= 0),
  cost_currency text,
  cost_per text check (cost_per in ('MONTH', 'YEAR', 'TERM')),
  contract_number text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  check (ends_on >= starts_on),
  check (renews_on >= starts_on),
  check ((notice_count is null) = (notice_unit is null)),
  check ((cost_amount is null) = (cost_currency is null) and (cost_amount is null) = (cost_per is null)),
  foreign key (company_id, licence_id) references app.licences (company_id, id),
  -- Two terms of one licence never overlap.
  constraint licence_terms_apart exclude using gist
    (company_id with =, licence_id with =, daterange(starts_on, ends_on, '[]') with &&)
);
create index licence_terms_licence on app.licence_terms (company_id, licence_id, starts_on desc);
create index licence_terms_open on app.licence_terms (company_id, ends_on) where state in ('PLANNED', 'ACTIVE', 'IN_NOTICE');
call app_priv.put_under_tenancy('licence_terms');
create policy for_staff on app.licence_terms as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);

reset role;

-- What is told of a thing that is missing or was found is about no request; and what a company says to finders.
set role deskhand_owner;

alter table app.notifications add column asset_id uuid;
alter table app.notifications add foreign key (company_id, asset_id) references app.assets (company_id, id)
  on delete cascade;
create index notifications_asset on app.notifications (company_id, asset_id) where asset_id is not null;

-- Where there is no row, the page is there and says what it says everywhere.
create table app.found_pages (
  company_id uuid not null references app.companies,
  is_open boolean not null default true,
  -- Whether it says whose it is.
  shows_name boolean not null default true,
  thanks text,
  how_to_return text,
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id)
);
call app_priv.put_under_tenancy('found_pages');

reset role;

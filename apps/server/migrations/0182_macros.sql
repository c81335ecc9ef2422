-- Canned responses and macros.
set role deskhand_owner;

create table app.canned_responses (
  company_id uuid not null,
  id uuid not null,
  -- A desk's own, or somebody's for themselves.
  desk_id uuid,
  owner_id uuid,
  language text not null,
  name text not null,
  message text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id),
  foreign key (company_id, owner_id) references app.people (company_id, id),
  check ((desk_id is null) <> (owner_id is null))
);
create unique index canned_responses_name on app.canned_responses
  (company_id, coalesce(desk_id, owner_id), language, lower(name));
call app_priv.put_under_tenancy('canned_responses');
create policy own_or_of_desk on app.canned_responses as restrictive for all to deskhand_app using (
  owner_id = (select app.pid())
  or desk_id in (select m.desk_id from app.desk_members m
    where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
  or (desk_id is not null
    and (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid())))
) with check (true);

create table app.macros (
  company_id uuid not null,
  id uuid not null,
  desk_id uuid not null,
  name text not null,
  -- What it does, as the contract's MacroSteps.
  steps jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id)
);
create unique index macros_name on app.macros (company_id, desk_id, lower(name));
call app_priv.put_under_tenancy('macros');
create policy of_its_desk on app.macros as restrictive for all to deskhand_app using (
  desk_id in (select m.desk_id from app.desk_members m
    where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
  or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))
) with check (true);

reset role;

-- Order in the queue: where a request belongs (units, regions, sites), what sleeps, the vocabulary of tags, saved views.
set role deskhand_owner;

-- A company's tree: units hold regions, regions hold sites. The path is its ancestors and itself, so that "everything
-- in Iberia" is one comparison and never a recursion.
create table app.business_units (
  company_id uuid not null references app.companies,
  id uuid not null,
  kind text not null check (kind in ('UNIT', 'REGION', 'SITE')),
  name text not null,
  parent_id uuid,
  path uuid[] not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, parent_id) references app.business_units (company_id, id)
);
create unique index business_units_name on app.business_units (company_id, kind, lower(name));
create index business_units_parent on app.business_units (company_id, parent_id);
call app_priv.put_under_tenancy('business_units');
-- Whoever adds a person to a company looks up their site.
create policy platform on app.business_units for select to deskhand_platform using (true);
grant select on app.business_units to deskhand_platform;

alter table app.people add column site_id uuid;
alter table app.people add foreign key (company_id, site_id) references app.business_units (company_id, id);
create index people_site on app.people (company_id, site_id);
alter table app.requests add column site_id uuid;
alter table app.requests add foreign key (company_id, site_id) references app.business_units (company_id, id);

-- A person's site is a name that somebody typed; where the company has a site of that name, it is that one.
create function app_priv.find_site() returns trigger language plpgsql as $$
begin
  new.site_id := (select b.id from app.business_units b
    where b.company_id = new.company_id and b.kind = 'SITE' and lower(b.name) = lower(new.site));
  return new;
end $$;
create trigger find_site before insert or update of site on app.people
  for each row execute function app_priv.find_site();

-- A request belongs to the site at which it was asked for, also when its requester moves.
create function app_priv.take_site() returns trigger language plpgsql as $$
begin
  new.site_id := coalesce(new.site_id,
    (select p.site_id from app.people p where p.company_id = new.company_id and p.id = new.requester_id));
  return new;
end $$;
create trigger take_site before insert on app.requests
  for each row execute function app_priv.take_site();

-- Somebody's work at a desk, narrowed to parts of the company; without a line they work for all of it.
create table app.desk_scopes (
  company_id uuid not null,
  person_id uuid not null,
  desk_id uuid not null,
  unit_id uuid not null,
  primary key (company_id, person_id, desk_id, unit_id),
  foreign key (company_id, person_id, desk_id) references app.desk_members (company_id, person_id, desk_id) on delete cascade,
  foreign key (company_id, unit_id) references app.business_units (company_id, id)
);
create index desk_scopes_unit on app.desk_scopes (company_id, unit_id);
call app_priv.put_under_tenancy('desk_scopes');

-- The queue of a site.
create index requests_site_queue on app.requests (company_id, site_id, sla_due_at, id)
  where deleted_at is null and closed_at is null and status not in ('RESOLVED', 'REJECTED');

-- What sleeps leaves the working views; `woke_at` later than `updated_at` means that nobody has touched it since.
alter table app.requests add column snoozed_at timestamptz;
alter table app.requests add column woke_at timestamptz;
create index requests_woken on app.requests (company_id, service_desk_id, woke_at) where woke_at is not null;

create table app.request_snoozes (
  company_id uuid not null,
  request_id uuid not null,
  snoozed_by_id uuid,
  snoozed_by_name text not null,
  snoozed_at timestamptz not null default now(),
  until_at timestamptz,
  until_reply boolean not null default false,
  until_request_id uuid,
  woke_at timestamptz,
  woke_because text check (woke_because in ('TIME', 'REPLY', 'REQUEST', 'PERSON')),
  primary key (company_id, request_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, snoozed_by_id) references app.people (company_id, id),
  foreign key (company_id, until_request_id) references app.requests (company_id, id) on delete cascade,
  check (until_at is not null or until_reply or until_request_id is not null),
  check ((woke_at is null) = (woke_because is null))
);
create index request_snoozes_due on app.request_snoozes (company_id, until_at) where woke_at is null and until_at is not null;
create index request_snoozes_event on app.request_snoozes (company_id, until_request_id)
  where woke_at is null and until_request_id is not null;
call app_priv.put_under_tenancy('request_snoozes');
-- That something sleeps is the desk's own business.
create policy of_staff on app.request_snoozes as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = request_snoozes.company_id and r.id = request_snoozes.request_id
      and (r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

-- The vocabulary of tags. A merged tag stays as another name of the one it became.
create table app.tags (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null check (name = lower(name)),
  merged_into_id uuid,
  created_by_id uuid,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  unique (company_id, name),
  foreign key (company_id, merged_into_id) references app.tags (company_id, id),
  foreign key (company_id, created_by_id) references app.people (company_id, id),
  check (merged_into_id is distinct from id)
);
create index tags_merged on app.tags (company_id, merged_into_id) where merged_into_id is not null;
call app_priv.put_under_tenancy('tags');
create index requests_tagged on app.requests (company_id, id) where tags <> '{}';
alter table app.companies add column allows_free_tags boolean not null default true;

-- What was used before there was a vocabulary belongs to it, in every company: for that the owner must see them all.
alter table app.requests no force row level security;
alter table app.tags no force row level security;
insert into app.tags (company_id, id, name)
select company_id, gen_random_uuid(), lower(tag) from app.requests, unnest(tags) tag group by company_id, lower(tag);
alter table app.requests force row level security;
alter table app.tags force row level security;

create table app.views (
  company_id uuid not null,
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  sharing text not null default 'ME' check (sharing in ('ME', 'DESK', 'COMPANY')),
  desk_id uuid,
  query text not null,
  sort text not null default 'slaDueAt',
  grouping text,
  columns text[] not null default '{}',
  density text,
  layout text not null default 'list',
  -- How many cards a column of the board may hold, by the column's value.
  limits jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, owner_id) references app.people (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id),
  check ((sharing = 'DESK') = (desk_id is not null))
);
create index views_owner on app.views (company_id, owner_id);
create index views_desk on app.views (company_id, desk_id) where desk_id is not null;
call app_priv.put_under_tenancy('views');
create policy as_shared on app.views as restrictive for all to deskhand_app using (
  owner_id = (select app.pid())
  or sharing = 'COMPANY'
  or (sharing = 'DESK' and (
    desk_id in (select m.desk_id from app.desk_members m
      where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
    or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

-- In which order somebody has their views, and which of them they pinned. Views that come with the product have a
-- place too, so the key is a name.
create table app.view_places (
  company_id uuid not null,
  person_id uuid not null,
  view_key text not null,
  position int not null,
  is_pinned boolean not null default false,
  primary key (company_id, person_id, view_key),
  foreign key (company_id, person_id) references app.people (company_id, id)
);
call app_priv.put_under_tenancy('view_places');
create policy of_its_person on app.view_places as restrictive for all to deskhand_app
  using (person_id = (select app.pid())) with check (person_id = (select app.pid()));

reset role;

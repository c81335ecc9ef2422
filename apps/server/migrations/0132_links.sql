-- Links between requests, what follows up on what, and old numbers of what moved to another desk.
set role deskhand_owner;

create table app.request_links (
  company_id uuid not null,
  id uuid not null,
  -- "from has the parent to", "from blocks to", "from was caused by to", "from is a duplicate of to", "from relates to to".
  from_id uuid not null,
  to_id uuid not null,
  kind text not null check (kind in ('parent', 'blocks', 'caused-by', 'duplicate', 'relates')),
  created_by_id uuid,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, from_id, to_id, kind),
  foreign key (company_id, from_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, to_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, created_by_id) references app.people (company_id, id),
  check (from_id <> to_id)
);
-- A request has one parent.
create unique index request_links_parent on app.request_links (company_id, from_id) where kind = 'parent';
create index request_links_to on app.request_links (company_id, to_id, kind);
call app_priv.put_under_tenancy('request_links');
-- A link says that both exist: it is there only for whom both are.
create policy as_its_requests on app.request_links as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = request_links.company_id and r.id = request_links.from_id)
  and exists (select from app.requests r where r.company_id = request_links.company_id and r.id = request_links.to_id)
) with check (true);

-- What was closed for good and goes on in a new one.
alter table app.requests add column follow_up_of_id uuid;
alter table app.requests add foreign key (company_id, follow_up_of_id) references app.requests (company_id, id);
create index requests_follow_ups on app.requests (company_id, follow_up_of_id) where follow_up_of_id is not null;

-- Numbers that a request had at other desks; they keep leading to it.
create table app.request_aliases (
  company_id uuid not null,
  reference_number text not null,
  request_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (company_id, reference_number),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade
);
create index request_aliases_request on app.request_aliases (company_id, request_id);
call app_priv.put_under_tenancy('request_aliases');
create policy as_its_request on app.request_aliases as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = request_aliases.company_id and r.id = request_aliases.request_id)
) with check (true);

reset role;

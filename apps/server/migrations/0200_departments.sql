-- What the desk notes of carrying a department's request out, and the requests that a journey opened.
set role deskhand_owner;

-- Such as the number of the order, or when it was paid: named and shaped by the contract, kind by kind.
create table app.fulfilments (
  company_id uuid not null,
  request_id uuid not null,
  facts jsonb not null default '{}' check (jsonb_typeof(facts) = 'object'),
  updated_by_id uuid not null,
  updated_at timestamptz not null,
  primary key (company_id, request_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, updated_by_id) references app.people (company_id, id)
);
call app_priv.put_under_tenancy('fulfilments');
create policy as_its_request on app.fulfilments as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = fulfilments.company_id and r.id = fulfilments.request_id)
) with check (true);

-- Beside the link of parent and child: which children a journey itself made, and what they are called there.
create table app.journey_tasks (
  company_id uuid not null,
  parent_id uuid not null,
  request_id uuid not null,
  position int not null,
  title text not null check (title <> ''),
  primary key (company_id, request_id),
  unique (company_id, parent_id, position),
  foreign key (company_id, parent_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  check (parent_id <> request_id)
);
call app_priv.put_under_tenancy('journey_tasks');
create policy as_its_parent on app.journey_tasks as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = journey_tasks.company_id and r.id = journey_tasks.parent_id)
) with check (true);

reset role;

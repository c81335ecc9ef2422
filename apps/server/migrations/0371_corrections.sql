-- Corrections of closed requests: proposed by one person, made when another one confirms.
set role deskhand_owner;

create table app.corrections (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  state text not null default 'PROPOSED',
  reason text not null,
  -- What was asked for, and {field: [before, after]} as it was then: it is made only where that still holds.
  wanted jsonb not null,
  changes jsonb not null,
  proposed_by_id uuid not null,
  proposed_at timestamptz not null default now(),
  decided_by_id uuid,
  decided_at timestamptz,
  refusal text,
  primary key (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, proposed_by_id) references app.people (company_id, id),
  foreign key (company_id, decided_by_id) references app.people (company_id, id),
  constraint corrections_state check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
  -- Never the same person twice, whatever the code says.
  constraint corrections_two_people check (state not in ('CONFIRMED', 'REFUSED') or decided_by_id <> proposed_by_id)
);
create unique index corrections_one_waits on app.corrections (company_id, request_id) where state = 'PROPOSED';
create index corrections_waiting on app.corrections (company_id, proposed_at) where state = 'PROPOSED';
create index corrections_request on app.corrections (company_id, request_id, proposed_at desc);
call app_priv.put_under_tenancy('corrections');

-- For who works on the request: whoever asked learns of a correction when it is made.
create policy as_its_request on app.corrections as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = corrections.company_id and r.id = corrections.request_id
    and (r.service_desk_id in (select m.desk_id from app.desk_members m
           where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
      or (not r.is_confidential and (select p.is_admin from app.people p
           where p.company_id = (select app.cid()) and p.id = (select app.pid())))))
) with check (true);

reset role;

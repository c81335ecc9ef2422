-- The time that people book on requests.
set role deskhand_owner;

create table app.time_entries (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  kind text not null default 'WORK' check (kind in ('WORK', 'CALL', 'TRAVEL', 'RESEARCH', 'OTHER')),
  note text,
  started_at timestamptz not null,
  -- Null while the timer runs.
  seconds int check (seconds between 1 and 86400),
  is_billable boolean not null default false,
  -- For an hour, in minor units.
  rate_amount bigint check (rate_amount >= 0),
  rate_currency text check (rate_currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  corrected_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id),
  check ((rate_amount is null) = (rate_currency is null)),
  check (is_billable or rate_amount is null)
);
create index time_entries_request on app.time_entries (company_id, request_id, started_at desc, id desc);
-- A person's one timer.
create unique index time_entries_running on app.time_entries (company_id, person_id) where seconds is null;
call app_priv.put_under_tenancy('time_entries');
create policy of_staff on app.time_entries as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = time_entries.company_id and r.id = time_entries.request_id
      and (r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

reset role;

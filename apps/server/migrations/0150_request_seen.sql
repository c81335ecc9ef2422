-- How far each side of a request has read what the other side wrote, and when it first did.
set role deskhand_owner;

create table app.request_seen (
  company_id uuid not null,
  request_id uuid not null,
  side text not null check (side in ('desk', 'requester')),
  activity_id uuid not null,
  -- The entry's own time, to compare by.
  written_at timestamptz not null,
  at timestamptz not null,
  primary key (company_id, request_id, side),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, activity_id) references app.request_activities (company_id, id) on delete cascade
);
call app_priv.put_under_tenancy('request_seen');
create policy as_its_request on app.request_seen as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = request_seen.company_id and r.id = request_seen.request_id)
) with check (true);

reset role;

-- Major incidents: what many have at once, told in one place.
set role deskhand_owner;

-- What everybody of a company hears of: that something happened, never what.
alter table app.events drop constraint events_audience_check;
alter table app.events add constraint events_audience_check
  check (audience in ('everyone', 'staff', 'person', 'company', 'nobody'));

create table app.incidents (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  title text not null,
  message text not null,
  -- As people have it on their profile; null where it concerns all.
  site text,
  declared_by_id uuid,
  declared_by_name text not null,
  declared_at timestamptz not null,
  ended_at timestamptz,
  -- Kept here, because whoever may count may not see who.
  affected_count int not null default 0,
  primary key (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, declared_by_id) references app.people (company_id, id)
);
create unique index incidents_running on app.incidents (company_id, request_id) where ended_at is null;
create index incidents_request on app.incidents (company_id, request_id);
create index incidents_declarer on app.incidents (company_id, declared_by_id);
call app_priv.put_under_tenancy('incidents');

create table app.incident_updates (
  company_id uuid not null,
  id uuid not null,
  incident_id uuid not null,
  message text not null,
  author_id uuid,
  author_name text not null,
  created_at timestamptz not null,
  primary key (company_id, id),
  foreign key (company_id, incident_id) references app.incidents (company_id, id) on delete cascade,
  foreign key (company_id, author_id) references app.people (company_id, id)
);
create index incident_updates_incident on app.incident_updates (company_id, incident_id, created_at desc);
call app_priv.put_under_tenancy('incident_updates');

create table app.incident_affected (
  company_id uuid not null,
  incident_id uuid not null,
  person_id uuid not null,
  created_at timestamptz not null,
  primary key (company_id, incident_id, person_id),
  foreign key (company_id, incident_id) references app.incidents (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id)
);
create index incident_affected_person on app.incident_affected (company_id, person_id);
call app_priv.put_under_tenancy('incident_affected');
-- Who else has it is for who works on its request.
create policy own_or_staff on app.incident_affected as restrictive for all to deskhand_app using (
  person_id = (select app.pid())
  or exists (select from app.incidents i join app.requests r on r.company_id = i.company_id and r.id = i.request_id
    where i.company_id = incident_affected.company_id and i.id = incident_affected.incident_id
      and (r.service_desk_id in (select m.desk_id from app.desk_members m
          where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p
          where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

-- What is told about an incident is about no request that its reader could open.
alter table app.notifications add column incident_id uuid;
alter table app.notifications add foreign key (company_id, incident_id) references app.incidents (company_id, id)
  on delete cascade;
create index notifications_incident on app.notifications (company_id, incident_id) where incident_id is not null;

reset role;

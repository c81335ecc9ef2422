-- Requests, their timeline, who may see the confidential ones, and their files.
set role deskhand_owner;

-- Words without their accents and endings left alone: companies write in many languages at once.
create text search configuration app.words (copy = pg_catalog.simple);
alter text search configuration app.words
  alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part
  with ext.unaccent, pg_catalog.simple;

create table app.requests (
  company_id uuid not null,
  id uuid not null,
  reference_number text not null,
  number int not null,
  service_desk_id uuid not null,
  request_type_id uuid,
  requester_id uuid not null,
  requester_email text not null,
  requester_phone text,
  created_by_id uuid not null,
  summary text not null,
  description text,
  priority text not null default 'MEDIUM' check (priority in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  priority_rank smallint not null generated always as
    (case priority when 'CRITICAL' then 4 when 'HIGH' then 3 when 'MEDIUM' then 2 else 1 end) stored,
  impact text not null default 'MEDIUM' check (impact in ('LOW', 'MEDIUM', 'HIGH')),
  urgency text not null default 'MEDIUM' check (urgency in ('LOW', 'MEDIUM', 'HIGH')),
  status text not null default 'SUBMITTED' check (status in
    ('SUBMITTED', 'IN_REVIEW', 'ACTION_REQUIRED', 'APPROVED', 'REJECTED', 'RESOLVED', 'IN_PROGRESS', 'WAITING')),
  review_kind text check (review_kind in ('TRIAGE', 'APPROVAL')),
  assigned_to_id uuid,
  assigned_team_id uuid,
  is_confidential boolean not null default false,
  -- A confidential request starts open to the technicians of its desk; this takes them out.
  access_includes_desk boolean not null default true,
  tags text[] not null default '{}',
  custom_fields jsonb not null default '{}',
  question text,
  wait_reason text check (wait_reason in ('VENDOR', 'PART', 'DELIVERY', 'CHANGE', 'APPOINTMENT', 'DATE', 'OTHER')),
  wait_until timestamptz,
  rejection_reason text,
  resolution_code text,
  resolution_text text,
  reopen_count int not null default 0,
  appeal_count int not null default 0,
  sla_due_at timestamptz,
  first_response_at timestamptz,
  status_changed_at timestamptz not null default now(),
  resolved_at timestamptz,
  closed_at timestamptz,
  last_activity_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  updated_by_id uuid,
  deleted_at timestamptz,
  version int not null default 1,
  words tsvector not null generated always as (
    setweight(to_tsvector('app.words', summary), 'A') ||
    setweight(to_tsvector('app.words', reference_number), 'A') ||
    setweight(to_tsvector('app.words', coalesce(left(description, 20000), '')), 'B')) stored,
  primary key (company_id, id),
  unique (company_id, service_desk_id, number),
  unique (company_id, reference_number),
  foreign key (company_id, service_desk_id) references app.desks (company_id, id),
  foreign key (company_id, request_type_id) references app.request_types (company_id, id),
  foreign key (company_id, requester_id) references app.people (company_id, id),
  foreign key (company_id, created_by_id) references app.people (company_id, id),
  foreign key (company_id, assigned_to_id) references app.people (company_id, id),
  foreign key (company_id, assigned_team_id) references app.teams (company_id, id),
  check (closed_at is null or status in ('RESOLVED', 'REJECTED')),
  check (status <> 'WAITING' or wait_reason is not null),
  check (status <> 'RESOLVED' or resolution_code is not null)
);
-- The queue: what breaches next, among what is open.
create index requests_queue on app.requests (company_id, service_desk_id, sla_due_at, id)
  where deleted_at is null and closed_at is null and status not in ('RESOLVED', 'REJECTED');
create index requests_assignee on app.requests (company_id, assigned_to_id, sla_due_at, id)
  where deleted_at is null and closed_at is null and status not in ('RESOLVED', 'REJECTED');
create index requests_requester on app.requests (company_id, requester_id, created_at desc, id desc);
create index requests_desk_created on app.requests (company_id, service_desk_id, created_at desc, id desc);
create index requests_created on app.requests (company_id, created_at desc, id desc);
create index requests_desk_updated on app.requests (company_id, service_desk_id, updated_at desc, id desc);
-- Done today, and what the nightly jobs close or answer by themselves.
create index requests_assignee_resolved on app.requests (company_id, assigned_to_id, resolved_at) where resolved_at is not null;
create index requests_settling on app.requests (company_id, status, status_changed_at)
  where closed_at is null and deleted_at is null and status in ('RESOLVED', 'REJECTED', 'ACTION_REQUIRED');
create index requests_words on app.requests using gin (company_id, words);
create index requests_summary on app.requests using gin (company_id, summary ext.gin_trgm_ops);
call app_priv.put_under_tenancy('requests');

-- Who may see a confidential request beside its requester and, unless taken out, its desk.
create table app.request_access (
  company_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  added_by_id uuid,
  created_at timestamptz not null default now(),
  primary key (company_id, request_id, person_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id)
);
create index request_access_person on app.request_access (company_id, person_id, request_id);
call app_priv.put_under_tenancy('request_access');

-- Confidential requests do not exist for people outside their list, whatever their rank. The worker acts
-- for nobody and keeps to it by the audience of what it sends.
create policy confidential on app.requests as restrictive for all to deskhand_app using (
  not is_confidential
  or requester_id = (select app.pid())
  or (access_includes_desk and service_desk_id in
       (select m.desk_id from app.desk_members m where m.company_id = (select app.cid()) and m.person_id = (select app.pid())))
  or exists (select from app.request_access a
       where a.company_id = requests.company_id and a.request_id = requests.id and a.person_id = (select app.pid()))
) with check (true);

create table app.request_activities (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  author_id uuid,
  author_name text not null,
  author_role text,
  activity_type text not null check (activity_type in
    ('COMMENT', 'STATUS_CHANGE', 'ASSIGNMENT', 'ATTACHMENT', 'SYSTEM', 'APPROVAL', 'REJECTION')),
  message text not null,
  is_system_generated boolean not null default false,
  is_internal boolean not null default false,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  -- Only what a person wrote is searched.
  words tsvector generated always as (
    case when activity_type = 'COMMENT' then to_tsvector('app.words', left(message, 20000)) end) stored,
  primary key (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, author_id) references app.people (company_id, id)
);
create index request_activities_request on app.request_activities (company_id, request_id, created_at, id);
create index request_activities_words on app.request_activities using gin (company_id, words) where words is not null;
call app_priv.put_under_tenancy('request_activities');

-- An entry is as visible as its request; an internal one only to who works on it.
create policy as_its_request on app.request_activities as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = request_activities.company_id and r.id = request_activities.request_id
      and (not request_activities.is_internal
        or r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

create table app.attachments (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  activity_id uuid,
  uploaded_by_id uuid,
  uploaded_by_name text not null,
  file_name text not null,
  file_size bigint not null check (file_size > 0),
  mime_type text not null,
  -- Below the attachments folder; never made of the sender's file name.
  storage_path text not null,
  preview_path text,
  is_internal boolean not null default false,
  is_scanned boolean not null default false,
  scan_result text,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, activity_id) references app.request_activities (company_id, id)
);
create index attachments_request on app.attachments (company_id, request_id, created_at);
create index attachments_activity on app.attachments (company_id, activity_id) where activity_id is not null;
call app_priv.put_under_tenancy('attachments');
create policy as_its_request on app.attachments as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = attachments.company_id and r.id = attachments.request_id
      and (not attachments.is_internal
        or r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

-- Up to when a person has seen a request.
create table app.request_reads (
  company_id uuid not null,
  person_id uuid not null,
  request_id uuid not null,
  read_at timestamptz not null default now(),
  primary key (company_id, person_id, request_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id)
);
call app_priv.put_under_tenancy('request_reads');

reset role;

-- Forms with versions, prepared answers, drafts of requests, encrypted answers, and files that wait for a request.
set role deskhand_owner;

create table app.forms (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  description text,
  -- What is asked now; null while nothing is published.
  published_version_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Retired: asked no more, still read by the requests that it was asked with.
  deleted_at timestamptz,
  version int not null default 1,
  primary key (company_id, id)
);
create unique index forms_name on app.forms (company_id, name) where deleted_at is null;
call app_priv.put_under_tenancy('forms');
create policy platform on app.forms to deskhand_platform using (true) with check (true);
grant select, insert, update on app.forms to deskhand_platform;

-- A version is changed only while it is a draft; a form has one draft at most.
create table app.form_versions (
  company_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  number int not null,
  state text not null check (state in ('DRAFT', 'PUBLISHED')),
  definition jsonb not null,
  note text,
  created_by_id uuid,
  created_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  published_by_id uuid,
  published_at timestamptz,
  primary key (company_id, id),
  unique (company_id, form_id, number),
  foreign key (company_id, form_id) references app.forms (company_id, id),
  foreign key (company_id, created_by_id) references app.people (company_id, id),
  foreign key (company_id, published_by_id) references app.people (company_id, id),
  check ((state = 'PUBLISHED') = (published_at is not null))
);
create unique index form_versions_draft on app.form_versions (company_id, form_id) where state = 'DRAFT';
call app_priv.put_under_tenancy('form_versions');
create policy platform on app.form_versions to deskhand_platform using (true) with check (true);
grant select, insert on app.form_versions to deskhand_platform;
alter table app.forms add foreign key (company_id, published_version_id) references app.form_versions (company_id, id);

-- What is asked for which kind of request; and the kinds that Deskhand itself knows by name.
alter table app.request_types
  add column form_id uuid,
  add column kind text,
  add foreign key (company_id, form_id) references app.forms (company_id, id);
create index request_types_form on app.request_types (company_id, form_id) where form_id is not null;
create unique index request_types_kind on app.request_types (company_id, kind) where kind is not null;

-- A request keeps the version that it was asked with.
alter table app.requests
  add column form_version_id uuid,
  add foreign key (company_id, form_version_id) references app.form_versions (company_id, id);
create index requests_form_version on app.requests (company_id, form_version_id) where form_version_id is not null;

-- Answers that nobody should find in a table: encrypted by the company's key, one row each.
create table app.request_secrets (
  company_id uuid not null,
  request_id uuid not null,
  field text not null,
  sealed bytea not null,
  updated_at timestamptz not null default now(),
  primary key (company_id, request_id, field),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade
);
call app_priv.put_under_tenancy('request_secrets');
-- They exist for who asked and for the desk that works on it; no other rank, and no list of people, opens them.
create policy as_its_request on app.request_secrets as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = request_secrets.company_id and r.id = request_secrets.request_id
      and (r.requester_id = (select app.pid())
        or r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))))
) with check (true);

-- Answers that an admin prepared under a name, for one kind of request.
create table app.request_templates (
  company_id uuid not null,
  id uuid not null,
  request_type_id uuid not null,
  name text not null,
  summary text,
  description text,
  answers jsonb not null default '{}',
  display_order int not null default 0,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  unique (company_id, request_type_id, name),
  foreign key (company_id, request_type_id) references app.request_types (company_id, id)
);
call app_priv.put_under_tenancy('request_templates');

-- Half-written requests, encrypted: nobody but their writer ever reads them.
create table app.request_drafts (
  company_id uuid not null,
  person_id uuid not null,
  key text not null,
  sealed bytea not null,
  saved_at timestamptz not null default now(),
  primary key (company_id, person_id, key),
  foreign key (company_id, person_id) references app.people (company_id, id)
);
call app_priv.put_under_tenancy('request_drafts');
create policy own on app.request_drafts as restrictive for all to deskhand_app
  using (person_id = (select app.pid())) with check (person_id = (select app.pid()));

-- Files that were uploaded before their request; only who uploaded one knows of it.
create table app.staged_files (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  file_name text not null,
  file_size bigint not null check (file_size > 0),
  mime_type text not null,
  storage_path text not null,
  preview_path text,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, person_id) references app.people (company_id, id)
);
create index staged_files_person on app.staged_files (company_id, person_id, created_at);
call app_priv.put_under_tenancy('staged_files');
create policy own on app.staged_files as restrictive for all to deskhand_app
  using (person_id = (select app.pid())) with check (person_id = (select app.pid()));

reset role;

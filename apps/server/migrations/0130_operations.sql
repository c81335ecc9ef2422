-- Operations: many changes that were one deed (a bulk edit, a merge, a rule run, an import), and how far they are.
set role deskhand_owner;

-- Which operation an event belongs to: what an undo compensates.
alter table app.events add column operation_id uuid;
create index events_operation on app.events (company_id, operation_id, id) where operation_id is not null;

create table app.operations (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  summary text not null,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'CANCELLED')),
  -- What is done to each subject, in the words of its kind; null where the deed was done at once.
  payload jsonb,
  -- How many subjects it has, and how they fared so far.
  total int not null default 0,
  changed int not null default 0,
  unchanged int not null default 0,
  refused int not null default 0,
  -- Nobody is Deskhand itself.
  started_by_id uuid,
  started_by_name text not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  -- The operation that this one undoes; one operation is undone once.
  undoes_id uuid,
  primary key (company_id, id),
  unique (company_id, undoes_id),
  foreign key (company_id, undoes_id) references app.operations (company_id, id),
  foreign key (company_id, started_by_id) references app.people (company_id, id)
);
create index operations_doer on app.operations (company_id, started_by_id, started_at desc);
call app_priv.put_under_tenancy('operations');

-- What happened, or is still to happen, to each subject of an operation.
create table app.operation_items (
  company_id uuid not null,
  operation_id uuid not null,
  position int not null,
  subject_type text not null,
  subject_id uuid not null,
  subject_ref text,
  desk_id uuid,
  state text not null default 'PENDING' check (state in ('PENDING', 'CHANGED', 'UNCHANGED', 'REFUSED')),
  -- Of a refusal: the status, code and sentence that the same change alone would have answered.
  status int,
  code text,
  detail text,
  allowed text[],
  changes jsonb not null default '{}',
  primary key (company_id, operation_id, position),
  unique (company_id, operation_id, subject_id),
  foreign key (company_id, operation_id) references app.operations (company_id, id) on delete cascade
);
create index operation_items_pending on app.operation_items (company_id, operation_id, position) where state = 'PENDING';
call app_priv.put_under_tenancy('operation_items');
-- What happened to a confidential request is as confidential as the request is now.
create policy as_its_request on app.operation_items as restrictive for select to deskhand_app using (
  subject_type <> 'request'
  -- Named by an id that was never theirs to see: it says nothing but that.
  or subject_ref is null
  or exists (select from app.requests r where r.company_id = operation_items.company_id and r.id = operation_items.subject_id)
);

reset role;

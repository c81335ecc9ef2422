-- Lists from outside: each upload, what its columns are, how its rows fare.
set role deskhand_owner;

create table app.imports (
  company_id uuid not null references app.companies,
  id uuid not null,
  resource text not null,
  file_name text not null,
  size int not null,
  -- Under the folder of attachments; null once it is gone.
  file_place text,
  -- What the file turned out to be: {format, encoding, delimiter} or {format, sheet}.
  form jsonb not null default '{"format": "csv", "encoding": "utf-8", "delimiter": ","}',
  preset text,
  -- [{header, samples, guess, warning}]
  columns jsonb not null default '[]',
  -- The field of each column, or null.
  mapping jsonb not null default '[]',
  day_order text not null default 'DMY' check (day_order in ('DMY', 'MDY')),
  currency text not null default 'EUR',
  existing text not null default 'UPDATE' check (existing in ('UPDATE', 'SKIP')),
  makes_missing boolean not null default true,
  state text not null default 'UPLOADED'
    check (state in ('UPLOADED', 'CHECKING', 'CHECKED', 'IMPORTING', 'DONE', 'STOPPED')),
  -- Grows with each run, so that of two that believe to be the one only the last goes on.
  run int not null default 0,
  done_rows int not null default 0,
  row_count int,
  new_count int not null default 0,
  changed_count int not null default 0,
  unchanged_count int not null default 0,
  faulty_count int not null default 0,
  fault_count int not null default 0,
  -- {kind: {count, names}}
  makes jsonb not null default '{}',
  problem text,
  operation_id uuid,
  created_by_id uuid not null,
  created_by_name text not null,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, operation_id) references app.operations (company_id, id),
  foreign key (company_id, created_by_id) references app.people (company_id, id)
);
create index imports_newest on app.imports (company_id, created_at desc, id desc);
call app_priv.put_under_tenancy('imports');

-- What is wrong, by row and column; of the last run.
create table app.import_faults (
  company_id uuid not null,
  import_id uuid not null,
  number int not null,
  row_number int not null,
  column_name text,
  cell text,
  message text not null,
  primary key (company_id, import_id, number),
  foreign key (company_id, import_id) references app.imports (company_id, id) on delete cascade
);
call app_priv.put_under_tenancy('import_faults');

reset role;

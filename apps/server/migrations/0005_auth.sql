-- Accounts, sessions and one-time tokens: outside every company, for deskhand_auth alone.
set role deskhand_auth_owner;

create table auth.accounts (
  id uuid primary key,
  email text not null unique,
  name text not null,
  -- PHC string of argon2id.
  password_hash text,
  password_set_at timestamptz,
  is_super_admin boolean not null default false,
  created_at timestamptz not null default now()
);

create table auth.memberships (
  company_id uuid not null,
  account_id uuid not null references auth.accounts,
  person_id uuid not null,
  state text not null default 'INVITED' check (state in ('INVITED', 'ACTIVE', 'BLOCKED', 'REMOVED')),
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (company_id, account_id)
);
create index memberships_account on auth.memberships (account_id);

create table auth.sessions (
  id uuid primary key,
  account_id uuid not null references auth.accounts,
  company_id uuid,
  person_id uuid,
  method text not null,
  device text not null,
  ip inet,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index sessions_account on auth.sessions (account_id) where ended_at is null;

-- One row per use; only the newest unused one works.
create table auth.refresh_tokens (
  hash bytea primary key,
  session_id uuid not null references auth.sessions on delete cascade,
  issued_at timestamptz not null default now(),
  used_at timestamptz,
  expires_at timestamptz not null
);
create index refresh_tokens_session on auth.refresh_tokens (session_id, issued_at desc);

create table auth.one_time_tokens (
  id uuid primary key,
  purpose text not null check (purpose in ('sign_in', 'invitation', 'password_reset')),
  -- SHA-256 over purpose and secret, so that a token of one purpose never serves another.
  hash bytea not null unique,
  flow_hash bytea unique,
  code_hash bytea,
  account_id uuid references auth.accounts on delete cascade,
  company_id uuid,
  tries int not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_tokens_account on auth.one_time_tokens (account_id, purpose);

-- Wrong passwords and mails asked for, per address and per IP, in windows.
create table auth.attempts (
  key text primary key,
  count int not null,
  window_ends_at timestamptz not null
);

grant select, insert, update, delete on all tables in schema auth to deskhand_auth;

reset role;

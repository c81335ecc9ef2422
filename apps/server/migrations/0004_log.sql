-- The log: what happened. Append-only for everybody, ordered by id, see docs/decisions on its order.
set role deskhand_owner;

create sequence app.event_ids cache 1;
create table app.events (
  company_id uuid not null,
  -- Before `id`, so that the transaction has its number before it draws one: a reader that meets a gap
  -- can then tell a running transaction from a dead one.
  txid xid8 not null default pg_current_xact_id(),
  id bigint not null default nextval('app.event_ids'),
  name text not null,
  subject_type text not null,
  subject_id uuid,
  subject_ref text,
  -- Where it is heard: the desk's topic, these people's own topic, the record's topic.
  desk_id uuid,
  people uuid[] not null default '{}',
  audience text not null check (audience in ('everyone', 'staff', 'person', 'nobody')),
  is_confidential boolean not null default false,
  actor_id uuid,
  actor_name text,
  actor_kind text not null check (actor_kind in ('person', 'system', 'platform')),
  data jsonb not null default '{}',
  changes jsonb not null default '{}',
  ip inet,
  request_id text,
  caused_by_id bigint,
  at timestamptz not null default now(),
  primary key (company_id, id)
);
grant usage on sequence app.event_ids to deskhand_app, deskhand_auth, deskhand_worker, deskhand_platform;
-- The relay and the sockets read the log of all companies in its one order.
create unique index events_id on app.events (id);
create index events_subject on app.events (company_id, subject_id, id desc);
create index events_actor on app.events (company_id, actor_id, id desc);
create index events_name on app.events (company_id, name, id desc);

alter table app.events enable row level security;
alter table app.events force row level security;
create policy tenant on app.events as restrictive for all to deskhand_app, deskhand_auth, deskhand_worker, deskhand_platform
  using (company_id = (select app.cid())) with check (company_id = (select app.cid()));
create policy base on app.events for all to deskhand_app, deskhand_auth, deskhand_worker, deskhand_platform
  using (true) with check (true);
create policy relay on app.events for select to deskhand_relay using (true);
-- What happened to a confidential request is as confidential as the request is now.
create policy as_its_request on app.events as restrictive for select to deskhand_app using (
  subject_type <> 'request'
  or exists (select from app.requests r where r.company_id = events.company_id and r.id = events.subject_id)
);
grant select, insert on app.events to deskhand_app, deskhand_auth, deskhand_worker, deskhand_platform;
grant select on app.events to deskhand_relay;
-- Schedules run once for each company.
create policy relay on app.companies for select to deskhand_relay using (true);
grant select on app.companies to deskhand_relay;

-- The first answer to a repeated POST, kept in the transaction of its effect.
create table app.idempotency_keys (
  company_id uuid not null,
  person_id uuid not null,
  key text not null,
  route text not null,
  body_hash text not null,
  status int,
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (company_id, person_id, key)
);
create index idempotency_keys_age on app.idempotency_keys (company_id, created_at);
call app_priv.put_under_tenancy('idempotency_keys');

create table app.notifications (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  event_id bigint not null,
  kind text not null,
  because text not null,
  request_id uuid,
  actor_name text,
  body text,
  data jsonb not null default '{}',
  read_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (company_id, id),
  -- A reaction that runs twice notifies once.
  unique (company_id, person_id, event_id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade
);
create index notifications_person on app.notifications (company_id, person_id, created_at desc, id desc);
create index notifications_unread on app.notifications (company_id, person_id) where read_at is null;
call app_priv.put_under_tenancy('notifications');
create policy own on app.notifications as restrictive for all to deskhand_app
  using (person_id = (select app.pid())) with check (person_id = (select app.pid()));

create table app.mails (
  company_id uuid not null,
  id uuid not null,
  kind text not null,
  -- What it follows from; a reaction that runs twice mails once.
  cause text not null,
  person_id uuid,
  to_address text not null,
  message_id text not null,
  in_reply_to text,
  subject text not null,
  -- What the template needs; links and codes lie in `sealed`, encrypted, because they open doors.
  data jsonb not null default '{}',
  sealed bytea,
  state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'KEPT', 'FAILED')),
  attempts int not null default 0,
  claimed_until timestamptz,
  error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (company_id, id),
  unique (company_id, cause, to_address)
);
create index mails_recent on app.mails (company_id, created_at desc, id desc);
call app_priv.put_under_tenancy('mails');

reset role;

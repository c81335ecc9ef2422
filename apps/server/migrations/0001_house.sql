-- Schemas, extensions and the one procedure that puts a table under tenancy.
-- The roles named here are made by platform/db/roles.ts before the first migration runs.

create schema app authorization deskhand_owner;
create schema app_priv authorization deskhand_owner;
create schema auth authorization deskhand_auth_owner;
create schema ops authorization deskhand_owner;
create schema ext authorization deskhand_owner;

create extension if not exists btree_gin schema ext;
create extension if not exists pg_trgm schema ext;
create extension if not exists unaccent schema ext;

grant usage on schema app to deskhand_app, deskhand_auth, deskhand_worker, deskhand_relay, deskhand_platform, deskhand_search;
grant usage on schema ext to deskhand_app, deskhand_auth, deskhand_worker, deskhand_platform, deskhand_search, deskhand_owner;
grant usage on schema app_priv to deskhand_app, deskhand_auth, deskhand_worker;
grant usage on schema auth to deskhand_auth;
grant usage on schema ops to deskhand_app, deskhand_auth, deskhand_worker, deskhand_relay, deskhand_platform;

set role deskhand_owner;

-- Which company and person this transaction speaks for; null when nobody said, so that nothing is seen.
-- nullif, because after a transaction with SET LOCAL the setting is '' and not null.
create function app.cid() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.company_id', true), '')::uuid;
create function app.pid() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person_id', true), '')::uuid;

-- Row-level security for a tenant table: a restrictive policy that nothing can widen, and one permissive
-- policy for the roles that work inside a company. Other roles see nothing unless a policy names them.
create procedure app_priv.put_under_tenancy(name text) language plpgsql as $$
begin
  execute format('alter table app.%I enable row level security', name);
  execute format('alter table app.%I force row level security', name);
  execute format($sql$create policy tenant on app.%I as restrictive for all
    to deskhand_app, deskhand_auth, deskhand_worker
    using (company_id = (select app.cid())) with check (company_id = (select app.cid()))$sql$, name);
  execute format($sql$create policy base on app.%I as permissive for all
    to deskhand_app, deskhand_auth, deskhand_worker using (true) with check (true)$sql$, name);
  execute format('grant select, insert, update, delete on app.%I to deskhand_app, deskhand_auth, deskhand_worker', name);
end $$;
revoke execute on procedure app_priv.put_under_tenancy(text) from public;

-- How far each reader of the log has come, and which workers are alive. No company's data.
create table ops.cursors (name text primary key, id bigint not null default 0);
create table ops.workers (id text primary key, seen_at timestamptz not null default now());
-- Installation-wide settings: where mail goes out (sealed), whether the demo world is loaded.
create table ops.settings (name text primary key, value jsonb not null, updated_at timestamptz not null default now());
grant select, insert, update on ops.cursors to deskhand_relay;
grant select on ops.cursors to deskhand_app, deskhand_worker, deskhand_platform;
grant select, insert, update, delete on ops.workers to deskhand_worker, deskhand_relay;
grant select on ops.settings to deskhand_app, deskhand_auth, deskhand_worker, deskhand_platform;
grant insert, update, delete on ops.settings to deskhand_auth, deskhand_platform;

reset role;

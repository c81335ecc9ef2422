-- Statistics for the planner after much came in at once. Autovacuum comes a minute later, and until then the planner
-- believes that every table has one row.

set role deskhand_owner;

create procedure app_priv.analyze() language plpgsql security definer set search_path = pg_catalog as $$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'app' loop
    execute format('analyze app.%I', name);
  end loop;
end $$;
revoke execute on procedure app_priv.analyze() from public;
grant execute on procedure app_priv.analyze() to deskhand_worker;

reset role;

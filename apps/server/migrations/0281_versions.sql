-- What two may edit at once says which version it is, whoever writes it.
set role deskhand_owner;

alter table app.categories add column version int not null default 1;
alter table app.request_types add column version int not null default 1;

create function app_priv.count_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger count_version before update on app.categories
  for each row when (old.* is distinct from new.*) execute function app_priv.count_version();
create trigger count_version before update on app.request_types
  for each row when (old.* is distinct from new.*) execute function app_priv.count_version();

-- A kind shows which version of its form is published.
create function app_priv.count_form() returns trigger language plpgsql as $$
begin
  update app.request_types t set version = t.version + 1 where t.company_id = new.company_id and t.form_id = new.id;
  return null;
end $$;
create trigger count_form after update of published_version_id on app.forms
  for each row when (old.published_version_id is distinct from new.published_version_id)
  execute function app_priv.count_form();

reset role;

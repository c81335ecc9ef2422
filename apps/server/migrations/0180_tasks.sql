-- Tasks of a request, and the checklists that they come from.
set role deskhand_owner;

create table app.checklist_templates (
  company_id uuid not null,
  id uuid not null,
  desk_id uuid not null,
  name text not null,
  -- In their order: {title, isMandatory, isVisible, dueInDays}.
  items jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id)
);
create unique index checklist_templates_name on app.checklist_templates (company_id, desk_id, lower(name));
call app_priv.put_under_tenancy('checklist_templates');
create policy of_its_desk on app.checklist_templates as restrictive for all to deskhand_app using (
  desk_id in (select m.desk_id from app.desk_members m
    where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
  or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))
) with check (true);

create table app.request_tasks (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  title text not null,
  note text,
  -- The name of the checklist that it came with.
  checklist text,
  is_mandatory boolean not null default false,
  -- Whether whoever asked sees it.
  is_visible boolean not null default false,
  assigned_to_id uuid,
  due_at timestamptz,
  position int not null,
  done_at timestamptz,
  done_by_id uuid,
  created_by_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, assigned_to_id) references app.people (company_id, id),
  foreign key (company_id, done_by_id) references app.people (company_id, id),
  foreign key (company_id, created_by_id) references app.people (company_id, id)
);
create index request_tasks_request on app.request_tasks (company_id, request_id, position, id);
call app_priv.put_under_tenancy('request_tasks');
create policy as_its_request on app.request_tasks as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = request_tasks.company_id and r.id = request_tasks.request_id
      and (request_tasks.is_visible
        or r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

-- A request knows the names of what must be done before it can be resolved: whatever moves it reads its own row.
alter table app.requests add column open_mandatory_tasks text[] not null default '{}';

create function app_priv.note_open_tasks() returns trigger language plpgsql as $$
begin
  update app.requests r set open_mandatory_tasks = now_open.titles
  from (select one.company_id, one.request_id, coalesce((select array_agg(t.title order by t.position, t.id)
      from app.request_tasks t where t.company_id = one.company_id and t.request_id = one.request_id
        and t.is_mandatory and t.done_at is null), '{}') as titles
    from (select distinct company_id, request_id from touched) one) now_open
  where r.company_id = now_open.company_id and r.id = now_open.request_id
    and r.open_mandatory_tasks is distinct from now_open.titles;
  return null;
end $$;
create trigger note_added after insert on app.request_tasks
  referencing new table as touched for each statement execute function app_priv.note_open_tasks();
create trigger note_changed after update on app.request_tasks
  referencing new table as touched for each statement execute function app_priv.note_open_tasks();
create trigger note_removed after delete on app.request_tasks
  referencing old table as touched for each statement execute function app_priv.note_open_tasks();

reset role;

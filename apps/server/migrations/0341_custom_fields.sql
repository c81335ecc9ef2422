-- A company's own fields on requests, and what is in them. An answer to a form belongs to its form; these belong to the
-- request, whatever it was asked with.
set role deskhand_owner;

create table app.custom_fields (
  company_id uuid not null,
  id uuid not null,
  -- Begins with own_, which no field of a form does.
  key text not null,
  label text not null,
  help text,
  type text not null,
  -- Of a choice, in their order: {value, label}.
  options jsonb not null default '[]',
  -- Where it stands: at every desk and kind, or at one of them.
  desk_id uuid,
  request_type_id uuid,
  -- It must be filled in before the desk can resolve.
  is_required boolean not null default false,
  shown_to text not null default 'STAFF',
  edited_by text not null default 'STAFF',
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  foreign key (company_id, desk_id) references app.desks (company_id, id),
  foreign key (company_id, request_type_id) references app.request_types (company_id, id)
);
create unique index custom_fields_key on app.custom_fields (company_id, key);
call app_priv.put_under_tenancy('custom_fields');

create table app.custom_field_values (
  company_id uuid not null,
  request_id uuid not null,
  field_id uuid not null,
  value jsonb not null,
  -- As people read it; the names of people are read anew.
  text text not null,
  updated_at timestamptz not null default now(),
  primary key (company_id, request_id, field_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, field_id) references app.custom_fields (company_id, id)
);
create index custom_field_values_field on app.custom_field_values (company_id, field_id, request_id);
call app_priv.put_under_tenancy('custom_field_values');
create policy as_its_request on app.custom_field_values as restrictive for all to deskhand_app using (
  exists (select from app.requests r join app.custom_fields f on f.company_id = r.company_id
    where r.company_id = custom_field_values.company_id and r.id = custom_field_values.request_id
      and f.id = custom_field_values.field_id
      and (f.shown_to = 'EVERYBODY'
        or r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (not r.is_confidential and (select p.is_admin from app.people p
             where p.company_id = (select app.cid()) and p.id = (select app.pid())))))
) with check (true);

reset role;

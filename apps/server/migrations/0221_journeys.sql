-- Which requests a journey opens, as the company has it; and by when each has to be done.
set role deskhand_owner;

create table app.journey_templates (
  company_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('ONBOARDING', 'OFFBOARDING')),
  -- For whom: people of this department, or everybody else.
  department text check (department <> ''),
  name text not null,
  -- As the contract's JourneyStep.
  steps jsonb not null check (jsonb_typeof(steps) = 'array'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id)
);
create unique index journey_templates_for on app.journey_templates
  (company_id, kind, coalesce(lower(department), ''));
call app_priv.put_under_tenancy('journey_templates');

alter table app.journey_tasks add column due_on date;

reset role;

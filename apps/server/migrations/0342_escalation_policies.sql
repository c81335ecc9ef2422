-- Escalation steps have a name and are shared by the SLA policies that go by them.
set role deskhand_owner;

create table app.escalation_policies (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  steps jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id)
);
create unique index escalation_policies_name on app.escalation_policies (company_id, lower(name));
call app_priv.put_under_tenancy('escalation_policies');
alter table app.sla_policies
  add column escalation_policy_id uuid,
  add foreign key (company_id, escalation_policy_id) references app.escalation_policies (company_id, id);
create index sla_policies_escalation on app.sla_policies (company_id, escalation_policy_id)
  where escalation_policy_id is not null;

-- What is there stays: each list of steps becomes one, named after the first policy that has it. For every company: the
-- owner must see them all.
alter table app.sla_policies no force row level security;
alter table app.escalation_policies no force row level security;
insert into app.escalation_policies (company_id, id, name, steps)
select company_id, gen_random_uuid(),
  left(name, 70) || case when place > 1 then ' (' || place || ')' else '' end, escalations
from (
  select *, row_number() over (partition by company_id, lower(left(name, 70)) order by first_position, name) as place
  from (
    select company_id, escalations, min(position) as first_position,
      (array_agg(name order by retired_at is not null, position))[1] as name
    from app.sla_policies where escalations <> '[]' group by company_id, escalations) lists) named;
update app.sla_policies p set escalation_policy_id = e.id from app.escalation_policies e
where e.company_id = p.company_id and e.steps = p.escalations;
alter table app.sla_policies force row level security;
alter table app.escalation_policies force row level security;
alter table app.sla_policies drop column escalations;

reset role;

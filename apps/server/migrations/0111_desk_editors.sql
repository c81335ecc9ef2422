-- What the editors of desks can say beside names: confidential from birth, names of priorities, and their table.
set role deskhand_owner;

alter table app.desks add column is_confidential boolean not null default false;

create table app.priority_names (
  company_id uuid not null references app.companies,
  priority text not null check (priority in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  name text not null,
  primary key (company_id, priority)
);
call app_priv.put_under_tenancy('priority_names');

-- Cells of impact × urgency that a company set otherwise than usual.
create table app.priority_cells (
  company_id uuid not null references app.companies,
  impact text not null check (impact in ('LOW', 'MEDIUM', 'HIGH')),
  urgency text not null check (urgency in ('LOW', 'MEDIUM', 'HIGH')),
  priority text not null check (priority in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
  primary key (company_id, impact, urgency)
);
call app_priv.put_under_tenancy('priority_cells');

reset role;

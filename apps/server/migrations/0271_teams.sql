-- Teams are made and closed by who leads the desk; a closed one gets nothing new.
set role deskhand_owner;

alter table app.teams
  add column is_active boolean not null default true,
  add column updated_at timestamptz not null default now(),
  add column version int not null default 1;

reset role;

-- A request can wait until another one is over.
set role deskhand_owner;

alter table app.requests add column wait_for_id uuid,
  add foreign key (company_id, wait_for_id) references app.requests (company_id, id) on delete set null (wait_for_id),
  add check (wait_for_id is null or status = 'WAITING');
create index requests_waiting_for on app.requests (company_id, wait_for_id) where wait_for_id is not null;

reset role;

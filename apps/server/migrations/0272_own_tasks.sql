-- What one person still has to do, over all requests.
set role deskhand_owner;

create index request_tasks_holder on app.request_tasks (company_id, assigned_to_id, due_at, id)
  where done_at is null and deleted_at is null and assigned_to_id is not null;

reset role;

-- Whoever has a task is reminded a day before it is due, once for each time that it is due at.
set role deskhand_owner;

alter table app.request_tasks add column reminded_due_at timestamptz;
create index request_tasks_due on app.request_tasks (company_id, due_at)
  where done_at is null and deleted_at is null and assigned_to_id is not null;
-- What was due before there were reminders is nobody's news. For every company: the owner must see them all.
alter table app.request_tasks no force row level security;
update app.request_tasks set reminded_due_at = due_at where due_at < now() + interval '24 hours' and done_at is null;
alter table app.request_tasks force row level security;

reset role;

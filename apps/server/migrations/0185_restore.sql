-- A deleted task and deleted time are kept, so that they can be brought back as they were.
set role deskhand_owner;

alter table app.request_tasks add column deleted_at timestamptz;
alter table app.time_entries add column deleted_at timestamptz check (deleted_at is null or seconds is not null);

create or replace function app_priv.note_open_tasks() returns trigger language plpgsql as $$
begin
  update app.requests r set open_mandatory_tasks = now_open.titles
  from (select one.company_id, one.request_id, coalesce((select array_agg(t.title order by t.position, t.id)
      from app.request_tasks t where t.company_id = one.company_id and t.request_id = one.request_id
        and t.is_mandatory and t.done_at is null and t.deleted_at is null), '{}') as titles
    from (select distinct company_id, request_id from touched) one) now_open
  where r.company_id = now_open.company_id and r.id = now_open.request_id
    and r.open_mandatory_tasks is distinct from now_open.titles;
  return null;
end $$;

reset role;

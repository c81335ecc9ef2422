-- Whoever started a timer can always see, stop and discard it, also where the request is theirs no more.
set role deskhand_owner;

-- Of a running timer: the number of the request as it was when it was started, which is all that its owner keeps of it.
alter table app.time_entries add column reference text;
-- For every company: the owner must see them all.
alter table app.requests no force row level security;
alter table app.time_entries no force row level security;
update app.time_entries t set reference = r.reference_number from app.requests r
where r.company_id = t.company_id and r.id = t.request_id and t.seconds is null;
alter table app.requests force row level security;
alter table app.time_entries force row level security;
alter table app.time_entries add check (seconds is not null or reference is not null);

-- One's own entries say nothing that one did not write; whoever stops a timer has to see what becomes of it.
drop policy of_staff on app.time_entries;
create policy of_staff on app.time_entries as restrictive for all to deskhand_app using (
  person_id = (select app.pid())
  or exists (select from app.requests r
    where r.company_id = time_entries.company_id and r.id = time_entries.request_id
      and (r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

reset role;

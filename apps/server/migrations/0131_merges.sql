-- Merged requests, and entries that only one requester may read beside the desk.
set role deskhand_owner;

-- Where a duplicate went. Its rows stay with it: a merge points, it moves nothing.
alter table app.requests add column merged_into_id uuid;
alter table app.requests add column merged_at timestamptz;
alter table app.requests add foreign key (company_id, merged_into_id) references app.requests (company_id, id);
alter table app.requests add check (merged_into_id is distinct from id);
alter table app.requests add check (merged_into_id is null or (closed_at is not null and resolution_code = 'DUPLICATE'));
create index requests_merged on app.requests (company_id, merged_into_id) where merged_into_id is not null;

-- An entry that was written to a merged request lies where that was merged into; `via` is where it was written.
alter table app.request_activities add column via_request_id uuid;
alter table app.request_activities add foreign key (company_id, via_request_id) references app.requests (company_id, id);
create index request_activities_via on app.request_activities (company_id, via_request_id, created_at, id)
  where via_request_id is not null;
-- Where two requesters meet in one request: beside who works on it, only this person may read it.
alter table app.request_activities add column private_to_id uuid;
alter table app.request_activities add foreign key (company_id, private_to_id) references app.people (company_id, id);

create policy private on app.request_activities as restrictive for all to deskhand_app using (
  private_to_id is null
  or private_to_id = (select app.pid())
  or exists (select from app.requests r
    where r.company_id = request_activities.company_id and r.id = request_activities.request_id
      and (r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

-- What only one requester may read is not searched at all: whoever found the request by it would know its words.
alter table app.request_activities drop column words;
alter table app.request_activities add column words tsvector generated always as (
  case when activity_type = 'COMMENT' and private_to_id is null then to_tsvector('app.words', left(message, 20000)) end) stored;
create index request_activities_words on app.request_activities using gin (company_id, words) where words is not null;

reset role;

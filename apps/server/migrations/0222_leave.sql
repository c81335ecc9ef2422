-- Leave as one can count it: which days, granted or not, cancelled or not; and how many days people have.
set role deskhand_owner;

-- Leave that was granted and is not taken after all. The request stays as it was decided.
create table app.leave_cancellations (
  company_id uuid not null,
  request_id uuid not null,
  reason text,
  cancelled_by_id uuid not null,
  cancelled_at timestamptz not null,
  primary key (company_id, request_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, cancelled_by_id) references app.people (company_id, id)
);
call app_priv.put_under_tenancy('leave_cancellations');
create policy as_its_request on app.leave_cancellations as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = leave_cancellations.company_id and r.id = leave_cancellations.request_id)
) with check (true);

-- Days of a kind of leave in a year, for everybody or for one person; they hold until a later year says otherwise.
create table app.leave_allowances (
  company_id uuid not null,
  id uuid not null,
  leave_type text not null check (leave_type <> ''),
  year int not null check (year between 1900 and 2999),
  person_id uuid,
  days numeric(5, 1) not null check (days between 0 and 366),
  primary key (company_id, id),
  foreign key (company_id, person_id) references app.people (company_id, id)
);
create unique index leave_allowances_for on app.leave_allowances
  (company_id, leave_type, year, coalesce(person_id, '00000000-0000-0000-0000-000000000000'));
call app_priv.put_under_tenancy('leave_allowances');
create policy own_or_of_the_desk on app.leave_allowances as restrictive for all to deskhand_app using (
  person_id is null or person_id = (select app.pid())
  or exists (select from app.desk_members m
    join app.request_types t on t.company_id = m.company_id and t.desk_id = m.desk_id and t.kind = 'LEAVE'
    where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
  or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))
) with check (true);

create index requests_leave on app.requests (company_id, requester_id, (custom_fields ->> 'endDate'))
  where custom_fields ? 'leaveType' and deleted_at is null;

-- The one place that says what a leave has come to. What was rejected, taken back, a duplicate or never answered is
-- no leave; granted is what its approval or, without one, its desk said yes to.
create view app.leaves with (security_invoker = true) as
select r.company_id, r.id as request_id, r.requester_id as person_id, r.custom_fields ->> 'leaveType' as leave_type,
  r.custom_fields ->> 'startDate' as from_date, r.custom_fields ->> 'endDate' as until_date,
  r.custom_fields ->> 'cover' as cover, r.created_at, c.cancelled_at,
  case
    when c.request_id is not null then 'CANCELLED'
    when r.status = 'RESOLVED' or (
      select a.status from app.approvals a where a.company_id = r.company_id and a.request_id = r.id
      order by a.round desc limit 1) = 'APPROVED' then 'GRANTED'
    else 'ASKED'
  end as state
from app.requests r
join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id and t.kind = 'LEAVE'
left join app.leave_cancellations c on c.company_id = r.company_id and c.request_id = r.id
where r.custom_fields ? 'leaveType' and r.deleted_at is null and r.merged_into_id is null
  and (c.request_id is not null or (r.status <> 'REJECTED'
    and coalesce(r.resolution_code, '') not in ('WITHDRAWN', 'DUPLICATE', 'NO_RESPONSE')))
  and r.custom_fields ->> 'startDate' ~ '^\d{4}-\d\d-\d\d$' and r.custom_fields ->> 'endDate' ~ '^\d{4}-\d\d-\d\d$';

-- Who is away: what people entered themselves, and leave that was granted, with whoever covers for them.
create view app.away with (security_invoker = true) as
select company_id, person_id, from_date::text as from_date, until_date::text as until_date, stand_in_id, false as is_leave,
  created_at, id
from app.absences where ended_at is null
union all
select company_id, person_id, from_date, until_date,
  case when cover ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' then cover::uuid end, true, created_at,
  request_id
from app.leaves where state = 'GRANTED';
grant select on app.leaves, app.away to deskhand_app, deskhand_worker;

reset role;

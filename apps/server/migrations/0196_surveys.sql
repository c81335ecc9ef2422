-- What people say about the solution of their requests.
set role deskhand_owner;

-- Of so many in a hundred solutions a desk asks.
alter table app.desks add column survey_percent int not null default 100 check (survey_percent between 0 and 100);

create table app.surveys (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  solver_id uuid,
  -- The move to RESOLVED that it was asked after: a reaction that runs twice asks once.
  event_id bigint not null,
  -- The one whose mail asked; another one only opened it again.
  mailed_event_id bigint not null,
  asked_at timestamptz not null,
  word text check (word in ('VERY_GOOD', 'GOOD', 'FAIR', 'BAD', 'VERY_BAD')),
  comment text,
  answered_at timestamptz,
  changed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (company_id, id),
  -- One for each request: whoever is helped again is asked by the same.
  unique (company_id, request_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, solver_id) references app.people (company_id, id),
  check ((word is null) = (answered_at is null))
);
create index surveys_person on app.surveys (company_id, person_id, asked_at desc);
create index surveys_answered on app.surveys (company_id, answered_at desc, id desc) where answered_at is not null;
create index surveys_solver on app.surveys (company_id, solver_id) where solver_id is not null;
call app_priv.put_under_tenancy('surveys');
-- For whoever was asked, for the desk, and for the link of a mail, which speaks for nobody; of a confidential request
-- there is none.
create policy asked_or_staff on app.surveys as restrictive for all to deskhand_app using (
  exists (select from app.requests r
    where r.company_id = surveys.company_id and r.id = surveys.request_id
      and ((select app.pid()) is null
        or surveys.person_id = (select app.pid())
        or r.service_desk_id in (select m.desk_id from app.desk_members m
          where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p
          where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

reset role;

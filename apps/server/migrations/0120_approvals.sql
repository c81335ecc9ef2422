-- Who has to agree before work begins: policies in versions, rounds of asking, votes, links, and what they stand on
-- (cost centres, rates, absences).
set role deskhand_owner;

create table app.cost_centers (
  company_id uuid not null references app.companies,
  id uuid not null,
  code text not null,
  name text not null,
  owner_id uuid,
  -- Whose requests are put down to it where nobody says another.
  department text,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  unique (company_id, code),
  foreign key (company_id, owner_id) references app.people (company_id, id)
);
create index cost_centers_department on app.cost_centers (company_id, department) where department is not null;
call app_priv.put_under_tenancy('cost_centers');

-- What one unit of a currency is worth in the company's own; its own stands at 1.
create table app.exchange_rates (
  company_id uuid not null references app.companies,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rate numeric(20, 10) not null check (rate > 0),
  is_own boolean not null default false,
  updated_at timestamptz not null default now(),
  updated_by_id uuid,
  primary key (company_id, currency),
  check (not is_own or rate = 1)
);
call app_priv.put_under_tenancy('exchange_rates');

create table app.absences (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_date date not null,
  -- The last day away.
  until_date date not null,
  stand_in_id uuid,
  note text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (company_id, id),
  check (until_date >= from_date),
  check (stand_in_id is distinct from person_id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, stand_in_id) references app.people (company_id, id)
);
create index absences_person on app.absences (company_id, person_id, from_date) where ended_at is null;
call app_priv.put_under_tenancy('absences');

create table app.approval_policies (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  -- The first that fits, in this order, decides.
  place int not null default 0,
  is_active boolean not null default true,
  retired_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (company_id, id)
);
call app_priv.put_under_tenancy('approval_policies');

-- Rounds keep the version they began with.
create table app.approval_policy_versions (
  company_id uuid not null,
  policy_id uuid not null,
  version int not null,
  definition jsonb not null,
  created_by_id uuid,
  created_at timestamptz not null default now(),
  primary key (company_id, policy_id, version),
  foreign key (company_id, policy_id) references app.approval_policies (company_id, id)
);
call app_priv.put_under_tenancy('approval_policy_versions');

-- One round of asking. A new round is a new row, so that no vote of an old one counts in it.
create table app.approvals (
  company_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  round int not null,
  policy_id uuid not null,
  policy_version int not null,
  status text not null default 'PENDING' check (status in
    ('PENDING', 'APPROVED', 'REJECTED', 'CANCELLED', 'EXPIRED', 'VOID')),
  -- SHA-256 of what is agreed to, and that itself, to tell later what changed.
  fingerprint text not null,
  bound jsonb not null,
  amount bigint,
  currency text,
  -- The same in the company's own currency, at the rate of that day; null where there was none.
  own_amount bigint,
  own_currency text,
  cost_center text,
  justification text,
  needs_signature boolean not null default false,
  started_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  end_comment text,
  -- What differs from the round before.
  changes jsonb,
  primary key (company_id, id),
  unique (company_id, request_id, round),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, policy_id, policy_version)
    references app.approval_policy_versions (company_id, policy_id, version)
);
create unique index approvals_open on app.approvals (company_id, request_id) where status = 'PENDING';
create index approvals_recent on app.approvals (company_id, started_at desc, id desc);
call app_priv.put_under_tenancy('approvals');

create table app.approval_steps (
  company_id uuid not null,
  id uuid not null,
  approval_id uuid not null,
  position int not null,
  name text not null,
  -- As the policy had it.
  definition jsonb not null,
  status text not null default 'WAITING' check (status in ('WAITING', 'ACTIVE', 'APPROVED', 'REJECTED', 'SKIPPED')),
  -- Why it was skipped, or why nobody could be asked.
  reason text,
  is_stuck boolean not null default false,
  activated_at timestamptz,
  ended_at timestamptz,
  primary key (company_id, id),
  unique (company_id, approval_id, position),
  foreign key (company_id, approval_id) references app.approvals (company_id, id) on delete cascade
);
call app_priv.put_under_tenancy('approval_steps');

create table app.approval_votes (
  company_id uuid not null,
  id uuid not null,
  approval_id uuid not null,
  step_id uuid not null,
  request_id uuid not null,
  -- A vote that is passed on leaves its seat to the next.
  seat int not null,
  person_id uuid not null,
  -- Whose vote it was at first, where it is not their own.
  for_person_id uuid,
  passed_on text check (passed_on in ('ABSENT', 'DELEGATED', 'EXPIRED')),
  state text not null default 'PENDING' check (state in
    ('PENDING', 'APPROVED', 'REJECTED', 'INFO_REQUESTED', 'DELEGATED', 'ABSTAINED', 'EXPIRED')),
  comment text,
  question text,
  via text check (via in ('APP', 'LINK')),
  signature jsonb,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  remind_at timestamptz,
  expires_at timestamptz,
  paused_at timestamptz,
  reminded_at timestamptz,
  -- Somebody was told that time ran out and nobody is there to take it.
  stuck_at timestamptz,
  decided_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, approval_id) references app.approvals (company_id, id) on delete cascade,
  foreign key (company_id, step_id) references app.approval_steps (company_id, id) on delete cascade,
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, for_person_id) references app.people (company_id, id)
);
create index approval_votes_person on app.approval_votes (company_id, person_id, asked_at desc, id desc);
create index approval_votes_approval on app.approval_votes (company_id, approval_id, seat, asked_at, id);
create index approval_votes_request on app.approval_votes (company_id, request_id) where state = 'PENDING';
create index approval_votes_remind on app.approval_votes (company_id, remind_at) where state = 'PENDING' and remind_at is not null;
create index approval_votes_expire on app.approval_votes (company_id, expires_at) where state = 'PENDING' and expires_at is not null;
create index approval_steps_approval on app.approval_steps (company_id, approval_id, position);
call app_priv.put_under_tenancy('approval_votes');

-- The way into one vote from a mail: hashed, for one decision, and only the newest one works.
create table app.approval_links (
  company_id uuid not null,
  id uuid not null,
  vote_id uuid not null,
  person_id uuid not null,
  hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  superseded_at timestamptz,
  primary key (company_id, id),
  unique (company_id, hash),
  foreign key (company_id, vote_id) references app.approval_votes (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id)
);
create index approval_links_vote on app.approval_links (company_id, vote_id);
call app_priv.put_under_tenancy('approval_links');

-- Who was put before a request by a policy. It lets them see that request: a confidential one only while they decide.
create table app.request_approvers (
  company_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  is_deciding boolean not null,
  primary key (company_id, request_id, person_id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id)
);
create index request_approvers_person on app.request_approvers (company_id, person_id, request_id);
call app_priv.put_under_tenancy('request_approvers');

alter policy confidential on app.requests using (
  not is_confidential
  or requester_id = (select app.pid())
  or (access_includes_desk and service_desk_id in
       (select m.desk_id from app.desk_members m where m.company_id = (select app.cid()) and m.person_id = (select app.pid())))
  or exists (select from app.request_access a
       where a.company_id = requests.company_id and a.request_id = requests.id and a.person_id = (select app.pid()))
  or exists (select from app.request_approvers v
       where v.company_id = requests.company_id and v.request_id = requests.id and v.person_id = (select app.pid())
         and v.is_deciding)
);

-- What was decided on a request is as visible as the request.
create policy as_its_request on app.approvals as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = approvals.company_id and r.id = approvals.request_id)
) with check (true);
create policy as_its_request on app.approval_steps as restrictive for all to deskhand_app using (
  exists (select from app.approvals a where a.company_id = approval_steps.company_id and a.id = approval_steps.approval_id)
) with check (true);
create policy as_its_request on app.approval_votes as restrictive for all to deskhand_app using (
  exists (select from app.requests r where r.company_id = approval_votes.company_id and r.id = approval_votes.request_id)
) with check (true);

grant select on app.request_approvers to deskhand_search;
create policy search on app.request_approvers for select to deskhand_search using (true);

reset role;

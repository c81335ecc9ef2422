-- What people agree to when they get things: the policy as it was at that moment, and the things that it was about.
set role deskhand_owner;

create table app.acceptances (
  company_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  state text not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
  asked_by_id uuid,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  reminded_at timestamptz,
  -- [{category, version, text}], frozen.
  policies jsonb not null,
  decided_at timestamptz,
  -- By a person who is signed in, by the link of a mail, or on the screen of a technician.
  via text check (via in ('APP', 'LINK', 'SCREEN')),
  witness_id uuid,
  signed_as text,
  -- Strokes of a pen on a field of 1000 by 400, where it was drawn.
  strokes jsonb,
  -- SHA-256 of all that was agreed to and how.
  hash bytea check (length(hash) = 32),
  reason text,
  -- What a refusal opened at the desk.
  request_id uuid,
  version int not null default 1,
  primary key (company_id, id),
  check ((state = 'ACCEPTED') = (hash is not null)),
  check ((state = 'DECLINED') = (reason is not null)),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, asked_by_id) references app.people (company_id, id),
  foreign key (company_id, witness_id) references app.people (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id)
);
create index acceptances_asked on app.acceptances (company_id, asked_at desc, id desc);
create index acceptances_person on app.acceptances (company_id, person_id, asked_at desc, id desc);
create index acceptances_pending on app.acceptances (company_id, expires_at) where state = 'PENDING';
create index acceptances_request on app.acceptances (company_id, request_id) where request_id is not null;
call app_priv.put_under_tenancy('acceptances');

create table app.acceptance_things (
  company_id uuid not null,
  acceptance_id uuid not null,
  asset_id uuid not null,
  position int not null,
  -- As it stood there at that moment.
  asset_tag text not null,
  name text not null,
  serial_number text,
  condition text,
  -- Given back, moved on or undone: nothing is to be agreed to any more.
  ended_at timestamptz,
  primary key (company_id, acceptance_id, asset_id),
  foreign key (company_id, acceptance_id) references app.acceptances (company_id, id) on delete cascade,
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade
);
create index acceptance_things_asset on app.acceptance_things (company_id, asset_id);
call app_priv.put_under_tenancy('acceptance_things');

-- For whoever was asked, for those who work at a desk, and for the link of a mail, which speaks for nobody at first.
create policy asked_or_staff on app.acceptances as restrictive for all to deskhand_app using (
  (select app.pid()) is null or person_id = (select app.pid()) or (select app.is_staff())
) with check (true);
create policy as_its_acceptance on app.acceptance_things as restrictive for all to deskhand_app using (
  exists (select from app.acceptances a
    where a.company_id = acceptance_things.company_id and a.id = acceptance_things.acceptance_id)
) with check (true);

reset role;

-- Webhooks: addresses outside that rules call, and each delivery to them.
set role deskhand_owner;

create table app.webhooks (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  url text not null,
  -- How much of what was said goes along.
  conversation text not null default 'NONE' check (conversation in ('NONE', 'REPLIES', 'ALL')),
  is_active boolean not null default true,
  -- The secret that signs what is sent, under a key of the installation.
  sealed bytea not null,
  -- The one before it, which signs as well until then.
  old_sealed bytea,
  old_until timestamptz,
  -- Since when nothing arrived, and how many tries failed since.
  failing_since timestamptz,
  failures int not null default 0,
  -- Why Deskhand switched it off; null where a person did, or nobody.
  stopped_reason text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Its log stays until it is too old.
  deleted_at timestamptz,
  primary key (company_id, id),
  check ((old_sealed is null) = (old_until is null))
);
create unique index webhooks_name on app.webhooks (company_id, lower(name)) where deleted_at is null;
call app_priv.put_under_tenancy('webhooks');

create table app.webhook_deliveries (
  company_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  -- Null: it was only tried.
  request_id uuid,
  rule_id uuid,
  type text not null,
  -- To the letter what is sent, because the signature is of it.
  body text not null,
  state text not null check (state in ('WAITING', 'SENT', 'FAILED', 'HELD')),
  attempts int not null default 0,
  claimed_until timestamptz,
  -- What the address said last: its status and the beginning of its answer; or why it said nothing.
  status int,
  answer text,
  error text,
  created_at timestamptz not null,
  tried_at timestamptz,
  sent_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, webhook_id) references app.webhooks (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade,
  foreign key (company_id, rule_id) references app.rules (company_id, id)
);
create index webhook_deliveries_webhook on app.webhook_deliveries (company_id, webhook_id, created_at desc, id desc);
create index webhook_deliveries_request on app.webhook_deliveries (company_id, request_id) where request_id is not null;
create index webhook_deliveries_age on app.webhook_deliveries (company_id, created_at);
call app_priv.put_under_tenancy('webhook_deliveries');
-- What was sent of a request is no more visible than what rules do about it.
create policy as_its_request on app.webhook_deliveries as restrictive for all to deskhand_app using (
  request_id is null
  or exists (select from app.requests r
    where r.company_id = webhook_deliveries.company_id and r.id = webhook_deliveries.request_id
      and (r.service_desk_id in (select m.desk_id from app.desk_members m
             where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
        or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))))
) with check (true);

-- What is told about a webhook that stopped is about no request.
alter table app.notifications add column webhook_id uuid;
alter table app.notifications add foreign key (company_id, webhook_id) references app.webhooks (company_id, id)
  on delete cascade;
create index notifications_webhook on app.notifications (company_id, webhook_id) where webhook_id is not null;

reset role;

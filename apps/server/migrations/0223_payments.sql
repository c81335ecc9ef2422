-- Expense claims that are paid together. How each stands is noted on the claim, in app.fulfilments.
set role deskhand_owner;

create table app.payment_batches (
  company_id uuid not null,
  id uuid not null,
  number int not null,
  currency text not null,
  created_by_id uuid not null,
  created_at timestamptz not null,
  paid_on date,
  bank_reference text,
  version int not null default 1,
  primary key (company_id, id),
  unique (company_id, number),
  check ((paid_on is null) = (bank_reference is null)),
  foreign key (company_id, created_by_id) references app.people (company_id, id)
);
create table app.payment_batch_claims (
  company_id uuid not null,
  batch_id uuid not null,
  request_id uuid not null,
  -- In minor units of the batch's currency, as it was when it was collected.
  amount bigint not null check (amount > 0),
  primary key (company_id, batch_id, request_id),
  foreign key (company_id, batch_id) references app.payment_batches (company_id, id) on delete cascade,
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade
);
create index payment_batch_claims_request on app.payment_batch_claims (company_id, request_id);
call app_priv.put_under_tenancy('payment_batches');
call app_priv.put_under_tenancy('payment_batch_claims');
-- For who works at the desk of claims, and admins.
create policy of_the_desk on app.payment_batches as restrictive for all to deskhand_app using (
  exists (select from app.desk_members m
    join app.request_types t on t.company_id = m.company_id and t.desk_id = m.desk_id and t.kind = 'EXPENSE'
    where m.company_id = (select app.cid()) and m.person_id = (select app.pid()))
  or (select p.is_admin from app.people p where p.company_id = (select app.cid()) and p.id = (select app.pid()))
) with check (true);
create policy as_its_batch on app.payment_batch_claims as restrictive for all to deskhand_app using (
  exists (select from app.payment_batches b
    where b.company_id = payment_batch_claims.company_id and b.id = payment_batch_claims.batch_id)
) with check (true);

reset role;

-- Which request a mail is about, so that it is as hidden as the request is, and the demo world's mailbox.
set role deskhand_owner;

alter table app.mails add column request_id uuid,
  add foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade;
create index mails_request on app.mails (company_id, request_id) where request_id is not null;

-- That a mail went out about a confidential request is as confidential as the request is now.
create policy as_its_request on app.mails as restrictive for select to deskhand_app using (
  request_id is null
  or exists (select from app.requests r where r.company_id = mails.company_id and r.id = mails.request_id)
);

-- The mailbox page of the demo world shows what would have been sent in it, and of no other company.
create policy mailbox on app.mails for select to deskhand_platform using (
  company_id in (select c.company_id from app.companies c where c.is_demo)
);
grant select on app.mails to deskhand_platform;

reset role;

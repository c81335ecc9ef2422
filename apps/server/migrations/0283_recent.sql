-- What one looked at last.
set role deskhand_owner;

create index request_reads_recent on app.request_reads (company_id, person_id, read_at desc);

reset role;

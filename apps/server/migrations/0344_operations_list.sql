-- What people did at once, newest first, over all of them.
set role deskhand_owner;

create index operations_newest on app.operations (company_id, started_at desc, id desc) where started_by_id is not null;

reset role;

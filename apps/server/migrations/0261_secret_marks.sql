-- Keyed hashes of a request's encrypted answers, one for each field: whether one is still what somebody agreed to can
-- be told by those who may not read it.
set role deskhand_owner;
alter table app.requests add column secret_marks jsonb not null default '{}';
reset role;

-- Lists and timers of requests that the first indexes do not carry.
set role deskhand_owner;

-- What somebody asked for in another's name.
create index requests_creator on app.requests (company_id, created_by_id, created_at desc, id desc)
  where created_by_id <> requester_id;
-- What waits for a day that has come.
create index requests_waking on app.requests (company_id, wait_until)
  where status = 'WAITING' and wait_until is not null and deleted_at is null;

reset role;

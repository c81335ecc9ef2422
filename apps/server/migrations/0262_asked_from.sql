-- Where a question to the requester came from: what was approved and not begun is so again with the answer.
set role deskhand_owner;
alter table app.requests add column asked_from text;
reset role;

-- How often whoever was asked has been reminded of the question that is open.
set role deskhand_owner;
alter table app.requests add column question_reminders smallint not null default 0;
reset role;

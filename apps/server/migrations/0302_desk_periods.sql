-- How long each desk lets things stand: working days until what is settled closes and until a question without an answer
-- is set to rest, and days in which a closed request can be reopened and a rejection contested.
set role deskhand_owner;

alter table app.desks
  add column closes_after_days int not null default 5 check (closes_after_days between 1 and 60),
  add column settles_after_days int not null default 10 check (settles_after_days between 1 and 120),
  add column reopen_days int not null default 14 check (reopen_days between 0 and 365),
  add column appeal_days int not null default 10 check (appeal_days between 0 and 90);

reset role;

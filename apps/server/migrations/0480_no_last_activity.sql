-- Nobody reads it, and each line of a timeline wrote the whole row of its request once more for it.
set role deskhand_owner;
alter table app.requests drop column last_activity_at;
reset role;

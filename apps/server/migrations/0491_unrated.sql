-- Impact and urgency that nobody said are not said: a priority set by hand, or by the kind, follows from no table.
set role deskhand_owner;

alter table app.requests
  alter column impact drop not null, alter column impact drop default,
  alter column urgency drop not null, alter column urgency drop default;

-- What stood there by default and does not lead to the priority was never said. For every company: the owner must see them all.
alter table app.requests no force row level security;
update app.requests set impact = null, urgency = null
where impact = 'MEDIUM' and urgency = 'MEDIUM' and priority <> 'MEDIUM';
alter table app.requests force row level security;

reset role;

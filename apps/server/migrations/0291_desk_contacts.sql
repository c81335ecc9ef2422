-- How a desk is reached beside its requests: what is empty is not said.
set role deskhand_owner;

alter table app.desks
  add column contact_email text,
  add column contact_phone text,
  add column contact_place text;

reset role;

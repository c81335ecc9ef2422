-- What went along with a thing stands in the agreement to it, and what came back with it in its receipt, as it was then.
set role deskhand_owner;
alter table app.acceptances add column accessories jsonb not null default '[]';
reset role;

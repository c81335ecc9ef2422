-- What whoever asked reads of a state, for each kind of request: {"WAITING": "On its way to you"}.
set role deskhand_owner;
alter table app.request_types add column state_words jsonb not null default '{}'
  check (jsonb_typeof(state_words) = 'object');
reset role;

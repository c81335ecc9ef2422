-- A round that a rule asked for holds although its policy does not fit the request by itself.
set role deskhand_owner;

alter table app.approvals add column is_asked boolean not null default false;

reset role;

-- When whoever holds a session last proved who they are; never, where a link alone opened it.
set role deskhand_auth_owner;

alter table auth.sessions add column proved_at timestamptz default now();
update auth.sessions set proved_at = case when method = 'invitation' then null else created_at end;

reset role;

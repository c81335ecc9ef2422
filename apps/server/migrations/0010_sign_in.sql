-- What is over is swept out by whoever writes next to it, found by its end.
set role deskhand_auth_owner;

create index attempts_end on auth.attempts (window_ends_at);
create index one_time_tokens_end on auth.one_time_tokens (expires_at);
create index sessions_history on auth.sessions (account_id, expires_at);

reset role;

-- Which browser asked for a sign-in link: the SHA-256 of a nonce that only its cookie holds.
alter table auth.one_time_tokens add column browser_hash bytea;

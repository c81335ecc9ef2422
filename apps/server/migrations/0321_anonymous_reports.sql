-- Reports to HR without a name. Whoever reports is not stored: in their place stands a person of nobody, one for each
-- report, so that two reports have nothing in common and row-level security holds as for everybody else.
set role deskhand_owner;
alter table app.people add column is_anonymous boolean not null default false;
-- Nobody becomes such a person: an admin who could change the address of one could come in by it.
create policy anonymous on app.people as restrictive for update to deskhand_app, deskhand_auth using (not is_anonymous);
reset role;

-- Which of these a code stands for. Whoever has a code has no company yet, so it lies where sign-in looks. Of the code
-- only its hash is stored; when it was made is not.
set role deskhand_auth_owner;
create table auth.anonymous_codes (
  hash bytea primary key,
  company_id uuid not null,
  person_id uuid not null
);
grant select, insert on auth.anonymous_codes to deskhand_auth;
reset role;

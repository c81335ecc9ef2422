-- Which requests had a word before it was merged into another, as long as the merge can be undone. Nobody reads it but
-- what follows the vocabulary in the background.
set role deskhand_owner;

create table app.tag_merges (
  company_id uuid not null,
  operation_id uuid not null,
  request_id uuid not null,
  -- The word that it got, and whether it had that one as well.
  became text not null,
  had_both boolean not null,
  primary key (company_id, operation_id, request_id),
  foreign key (company_id, operation_id) references app.operations (company_id, id),
  foreign key (company_id, request_id) references app.requests (company_id, id) on delete cascade
);
create index tag_merges_request on app.tag_merges (company_id, request_id);
call app_priv.put_under_tenancy('tag_merges');
revoke all on app.tag_merges from deskhand_app, deskhand_auth;

reset role;

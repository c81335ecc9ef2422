-- What was replaced by a thing is asked for each thing that is to be deleted; few things have replaced another.
set role deskhand_owner;
create index assets_successor on app.assets (company_id, successor_id) where successor_id is not null;
reset role;

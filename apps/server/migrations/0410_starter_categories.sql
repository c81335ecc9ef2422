-- A new company begins with categories of things, also one that the platform makes.
set role deskhand_owner;

create policy platform on app.asset_categories to deskhand_platform using (true) with check (true);
grant select, insert on app.asset_categories to deskhand_platform;

reset role;

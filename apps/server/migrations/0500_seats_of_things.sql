-- All seats that a thing ever had: the ledger of a thing tells them.
set role deskhand_owner;

create index licence_seats_thing on app.licence_seats (company_id, asset_id, assigned_at desc) where asset_id is not null;

reset role;

-- With a signed report lies the public key that checks it, whatever becomes of the installation's secret.
set role deskhand_owner;
alter table app.stock_takes add column public_key text;
reset role;

-- News about what is lent: for whoever borrows it, and for the desk that lends it.
set role deskhand_owner;

alter table app.notifications add column reservation_id uuid;
alter table app.notifications add foreign key (company_id, reservation_id)
  references app.asset_reservations (company_id, id) on delete cascade;
create index notifications_reservation on app.notifications (company_id, reservation_id) where reservation_id is not null;

reset role;

-- Receipts for what people gave back lie where agreements lie: the same frozen things, the same hash, the same readers.
set role deskhand_owner;

alter table app.acceptances add column kind text not null default 'AGREEMENT' check (kind in ('AGREEMENT', 'RECEIPT'));
-- What was said as it was taken back.
alter table app.acceptances add column note text;
-- A receipt waits for nobody.
alter table app.acceptances alter column expires_at drop not null;
alter table app.acceptances drop constraint acceptances_state_check;
alter table app.acceptances drop constraint acceptances_check;
alter table app.acceptances add constraint acceptances_state_check
  check (state in ('PENDING', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN', 'RECEIVED', 'VOID'));
alter table app.acceptances add constraint acceptances_hash_state_check
  check ((state in ('ACCEPTED', 'RECEIVED', 'VOID')) = (hash is not null));
alter table app.acceptances add constraint acceptances_kind_state_check
  check ((kind = 'RECEIPT') = (state in ('RECEIVED', 'VOID')));
alter table app.acceptances add constraint acceptances_expiry_check
  check ((kind = 'RECEIPT') = (expires_at is null));

reset role;

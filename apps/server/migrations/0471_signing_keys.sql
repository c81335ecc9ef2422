-- What a company signs documents with that others check without it (Ed25519). Old ones stay: what they signed is still
-- to be checked.
set role deskhand_owner;

create table app.signing_keys (
  company_id uuid not null references app.companies,
  -- SHA-256 of the public key (DER), in hexadecimal digits.
  id text not null,
  -- PEM.
  public_key text not null,
  -- The private half, encrypted by a key that comes from the secret of the installation.
  sealed bytea not null,
  created_at timestamptz not null,
  -- From then on another one signs.
  retired_at timestamptz,
  primary key (company_id, id)
);
create unique index signing_keys_current on app.signing_keys (company_id) where retired_at is null;
call app_priv.put_under_tenancy('signing_keys');

reset role;

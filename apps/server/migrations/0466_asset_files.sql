-- The files of things: photos, invoices, warranties, proofs that data is gone.
set role deskhand_owner;

create table app.asset_files (
  company_id uuid not null,
  id uuid not null,
  asset_id uuid not null,
  kind text not null check (kind in ('PHOTO', 'INVOICE', 'WARRANTY', 'WIPE_PROOF', 'OTHER')),
  -- Taken as it went out or came back, and to or from whom.
  hand_over text check (hand_over in ('OUT', 'BACK')),
  person_id uuid,
  file_name text not null,
  file_size bigint not null check (file_size > 0),
  -- By its bytes.
  mime_type text not null,
  -- Below the attachments folder; never made of the sender's file name.
  storage_path text not null,
  preview_path text,
  uploaded_by_id uuid,
  uploaded_by_name text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (company_id, id),
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade,
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, uploaded_by_id) references app.people (company_id, id)
);
create index asset_files_asset on app.asset_files (company_id, asset_id, created_at desc) where deleted_at is null;
call app_priv.put_under_tenancy('asset_files');

-- For the desk all of them; for whoever has the thing its photos, but not those of how others got it or gave it back.
create policy as_its_asset on app.asset_files as restrictive for all to deskhand_app using (
  (select app.is_staff())
  or (kind = 'PHOTO' and (person_id is null or person_id = (select app.pid()))
    and exists (select from app.assets a
      where a.company_id = asset_files.company_id and a.id = asset_files.asset_id))
) with check (true);

reset role;

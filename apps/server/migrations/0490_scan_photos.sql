-- A scan of a stock-take may carry a photo: how the thing was when it was found. It is a photo of the thing from then on.
set role deskhand_owner;

alter table app.stock_take_scans
  add column photo_id uuid,
  add foreign key (company_id, photo_id) references app.asset_files (company_id, id) on delete set null (photo_id);
create index stock_take_scans_photo on app.stock_take_scans (company_id, photo_id) where photo_id is not null;

reset role;

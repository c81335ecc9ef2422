-- A part of a kit can be an item of stock; how many of which went out with it is kept with the hand-out.
set role deskhand_owner;
alter table app.kit_parts
  add column stock_item_id uuid,
  drop constraint kit_parts_check,
  add constraint kit_parts_one check (num_nonnulls(model_id, category_id, stock_item_id) = 1),
  add foreign key (company_id, stock_item_id) references app.stock_items (company_id, id);
create index kit_parts_stock on app.kit_parts (company_id, stock_item_id) where stock_item_id is not null;
alter table app.kit_hand_outs add column items jsonb not null default '[]';
reset role;

-- What belongs together and is handed out in one deed.
set role deskhand_owner;

create table app.kits (
  company_id uuid not null references app.companies,
  id uuid not null,
  name text not null,
  description text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  version int not null default 1,
  primary key (company_id, id)
);
create unique index kits_name on app.kits (company_id, lower(name)) where deleted_at is null;
call app_priv.put_under_tenancy('kits');

create table app.kit_parts (
  company_id uuid not null,
  kit_id uuid not null,
  position int not null check (position >= 0),
  -- This model, or anything of this category.
  model_id uuid,
  category_id uuid,
  count int not null check (count > 0),
  primary key (company_id, kit_id, position),
  check (num_nonnulls(model_id, category_id) = 1),
  foreign key (company_id, kit_id) references app.kits (company_id, id) on delete cascade,
  foreign key (company_id, model_id) references app.asset_models (company_id, id),
  foreign key (company_id, category_id) references app.asset_categories (company_id, id)
);
create index kit_parts_model on app.kit_parts (company_id, model_id) where model_id is not null;
create index kit_parts_category on app.kit_parts (company_id, category_id) where category_id is not null;
call app_priv.put_under_tenancy('kit_parts');

-- Who got which things as one kit: what makes its coming back a whole.
create table app.kit_hand_outs (
  company_id uuid not null,
  id uuid not null,
  kit_id uuid not null,
  person_id uuid,
  parent_asset_id uuid,
  location_id uuid,
  handed_out_by_id uuid,
  handed_out_at timestamptz not null,
  due_at timestamptz,
  -- [{name, count}]: what the kit had then and was not handed out with it.
  lacking jsonb not null default '[]',
  primary key (company_id, id),
  foreign key (company_id, kit_id) references app.kits (company_id, id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, parent_asset_id) references app.assets (company_id, id),
  foreign key (company_id, location_id) references app.locations (company_id, id),
  foreign key (company_id, handed_out_by_id) references app.people (company_id, id)
);
create index kit_hand_outs_at on app.kit_hand_outs (company_id, handed_out_at desc, id desc);
create index kit_hand_outs_person on app.kit_hand_outs (company_id, person_id, handed_out_at desc) where person_id is not null;
create index kit_hand_outs_kit on app.kit_hand_outs (company_id, kit_id, handed_out_at desc);
call app_priv.put_under_tenancy('kit_hand_outs');

create table app.kit_hand_out_things (
  company_id uuid not null,
  hand_out_id uuid not null,
  asset_id uuid not null,
  position int not null,
  primary key (company_id, hand_out_id, asset_id),
  foreign key (company_id, hand_out_id) references app.kit_hand_outs (company_id, id) on delete cascade,
  foreign key (company_id, asset_id) references app.assets (company_id, id) on delete cascade
);
create index kit_hand_out_things_asset on app.kit_hand_out_things (company_id, asset_id);
call app_priv.put_under_tenancy('kit_hand_out_things');

-- Where one thing of a kit is now, seen from whoever got the kit. What was handed out again since, with a later kit, is
-- that one's.
create function app.kit_thing_state(h app.kit_hand_out_things, o app.kit_hand_outs, a app.assets) returns text
  language sql stable parallel safe
  return case
    when exists (select from app.kit_hand_out_things other
      join app.kit_hand_outs later on later.company_id = other.company_id and later.id = other.hand_out_id
      where other.company_id = h.company_id and other.asset_id = h.asset_id
        and (later.handed_out_at, later.id) > (o.handed_out_at, o.id)) then 'BACK'
    when a.status = 'MISSING' then 'MISSING'
    when a.status not in ('DEPLOYED', 'IN_MAINTENANCE') then 'BACK'
    when a.person_id is not distinct from o.person_id and a.parent_asset_id is not distinct from o.parent_asset_id
      and (o.location_id is null or a.location_id = o.location_id) then 'OUT'
    else 'ELSEWHERE'
  end;

-- Whether something of what was handed out is still out, or missing.
create function app.kit_is_out(company uuid, hand_out uuid) returns boolean language sql stable parallel safe
  return exists (
    select from app.kit_hand_outs o
    join app.kit_hand_out_things h on h.company_id = o.company_id and h.hand_out_id = o.id
    join app.assets a on a.company_id = h.company_id and a.id = h.asset_id
    where o.company_id = company and o.id = hand_out and app.kit_thing_state(h, o, a) in ('OUT', 'MISSING'));

-- Kits are the desks' own way of working.
create policy of_staff on app.kits as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);
create policy of_staff on app.kit_parts as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);
create policy of_staff on app.kit_hand_outs as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);
create policy of_staff on app.kit_hand_out_things as restrictive for all to deskhand_app using ((select app.is_staff())) with check (true);

reset role;

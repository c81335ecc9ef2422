-- Things that are lent for a period: who has which from when until when. The database itself keeps two from having one
-- thing at once (decision 96).
set role deskhand_owner;

alter table app.asset_categories
  -- Employees may ask to borrow one, of whatever model.
  add column is_requestable boolean not null default false,
  -- How long one is kept free after it was to come back: to look at it, charge it, wipe it.
  add column loan_buffer_minutes int not null default 0 check (loan_buffer_minutes between 0 and 43200);
alter table app.asset_models
  -- Where it differs from its category.
  add column loan_buffer_minutes int check (loan_buffer_minutes between 0 and 43200);

create table app.asset_reservations (
  company_id uuid not null references app.companies,
  id uuid not null,
  state text not null check (state in
    ('DRAFT', 'REQUESTED', 'RESERVED', 'ONGOING', 'OVERDUE', 'COMPLETE', 'CANCELLED', 'EXPIRED')),
  -- What is kept for it; only a draft may have none yet.
  asset_id uuid,
  asset_tag text,
  -- What was asked for: this very thing, any of a model, or any of a category.
  asked text not null check (asked in ('ASSET', 'MODEL', 'CATEGORY')),
  model_id uuid,
  category_id uuid not null,
  person_id uuid not null,
  reserved_by_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- `ends_at` and the time that it is kept free afterwards.
  free_at timestamptz not null,
  blocked tstzrange not null generated always as (tstzrange(starts_at, free_at, '[)')) stored,
  note text,
  -- Why it was cancelled.
  reason text,
  -- The thing lies ready and goes to nobody else.
  is_set_aside boolean not null default false,
  handed_out_at timestamptz,
  returned_at timestamptz,
  holder_chased_at timestamptz,
  desk_chased_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version int not null default 1,
  primary key (company_id, id),
  check (ends_at > starts_at and free_at >= ends_at),
  check (asset_id is not null or state in ('DRAFT', 'CANCELLED', 'EXPIRED')),
  foreign key (company_id, asset_id) references app.assets (company_id, id),
  foreign key (company_id, model_id) references app.asset_models (company_id, id),
  foreign key (company_id, category_id) references app.asset_categories (company_id, id),
  foreign key (company_id, person_id) references app.people (company_id, id),
  foreign key (company_id, reserved_by_id) references app.people (company_id, id),
  -- Nothing is kept for two at once.
  constraint asset_reservations_once exclude using gist (company_id with =, asset_id with =, blocked with &&)
    where (state in ('REQUESTED', 'RESERVED', 'ONGOING', 'OVERDUE'))
);
create index asset_reservations_starts on app.asset_reservations (company_id, starts_at, id);
create index asset_reservations_person on app.asset_reservations (company_id, person_id, starts_at desc);
create index asset_reservations_asset on app.asset_reservations (company_id, asset_id, starts_at desc) where asset_id is not null;
create index asset_reservations_open on app.asset_reservations (company_id, ends_at)
  where state in ('DRAFT', 'REQUESTED', 'RESERVED', 'ONGOING', 'OVERDUE');
call app_priv.put_under_tenancy('asset_reservations');
-- Whoever works at a desk, and whom it is for.
create policy who_sees on app.asset_reservations as restrictive for all to deskhand_app using (
  (select app.is_staff()) or person_id = (select app.pid())
) with check (true);

-- Employees see no things of the company, and yet can ask for one of a kind: what is lent and when it is taken is asked
-- here, without who has it.
grant select on app.assets, app.asset_reservations, app.asset_categories, app.asset_models, app.manufacturers
  to deskhand_search;
create policy search on app.assets for select to deskhand_search using (true);
create policy search on app.asset_reservations for select to deskhand_search using (true);
create policy search on app.asset_categories for select to deskhand_search using (true);
create policy search on app.asset_models for select to deskhand_search using (true);
create policy search on app.manufacturers for select to deskhand_search using (true);
grant create on schema app_priv to deskhand_search;
reset role;
set role deskhand_search;

-- Things that can be lent, each with the times in which it is taken: reserved, or out on loan. What is out for good, on
-- hold, broken, set aside by hand or away is not among them; what is overdue is not counted on for another day.
-- own: a reservation whose own time is no hindrance to itself.
create function app_priv.loan_things(asset uuid, model uuid, category uuid, own uuid, now_is timestamptz)
returns table (id uuid, asset_tag text, model_id uuid, category_id uuid, desk_id uuid, name text, icon text,
  is_requestable boolean, is_here boolean, buffer_minutes int, busy jsonb)
language sql stable security definer set search_path = pg_catalog, app, ext as $$
  select a.id, a.asset_tag, a.model_id, a.category_id, c.desk_id,
    coalesce(nullif(concat_ws(' ', f.name, m.name), ''), a.name, c.name), c.icon,
    c.is_requestable or coalesce(m.is_requestable, false), a.status = 'IN_STOCK' and a.sub_status in ('AVAILABLE', 'RESERVED'),
    coalesce(m.loan_buffer_minutes, c.loan_buffer_minutes), coalesce(taken.busy, '[]')
  from app.assets a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('from', t.starts, 'until', t.ends) order by t.starts) as busy
    from (
      select r.starts_at as starts, case when r.state in ('ONGOING', 'OVERDUE') and r.ends_at <= now_is
          then greatest(r.free_at, now_is + interval '1 day') else r.free_at end as ends
      from app.asset_reservations r
      where r.company_id = a.company_id and r.asset_id = a.id and r.id is distinct from own
        and r.state in ('REQUESTED', 'RESERVED', 'ONGOING', 'OVERDUE')
      union all
      select least(now_is, a.due_at), case when a.due_at <= now_is then now_is + interval '1 day' else a.due_at end
        + make_interval(mins => coalesce(m.loan_buffer_minutes, c.loan_buffer_minutes))
      where a.status = 'DEPLOYED' and not exists (
        select from app.asset_reservations r where r.company_id = a.company_id and r.asset_id = a.id
          and r.state in ('ONGOING', 'OVERDUE'))) t) taken on true
  where a.company_id = app.cid() and app.pid() is not null and a.deleted_at is null
    and (asset is null or a.id = asset) and (model is null or a.model_id = model)
    and (category is null or a.category_id = category) and num_nonnulls(asset, model, category) = 1
    and (a.status = 'IN_STOCK' and a.sub_status in ('AVAILABLE', 'RESERVED', 'TO_INSPECT', 'TO_WIPE')
        and (a.sub_status <> 'RESERVED' or exists (
          select from app.asset_reservations r where r.company_id = a.company_id and r.asset_id = a.id and r.is_set_aside))
      or a.status = 'DEPLOYED' and a.due_at is not null)
  -- What can be taken at once comes first, then what lies here, then what is out.
  order by a.status = 'IN_STOCK' and a.sub_status = 'AVAILABLE' desc, a.status = 'IN_STOCK' desc, a.asset_tag
$$;

-- What employees can ask to borrow: models, and categories of which anything will do.
create function app_priv.loan_catalogue(now_is timestamptz)
returns table (model_id uuid, category_id uuid, name text, kind text, icon text, thing_count int, free_count int)
language sql stable security definer set search_path = pg_catalog, app, ext as $$
  with offered as (
    select m.id as model_id, null::uuid as category_id, concat_ws(' ', f.name, m.name) as name, c.name as kind, c.icon
    from app.asset_models m
    join app.asset_categories c on c.company_id = m.company_id and c.id = m.category_id
    left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
    where m.company_id = app.cid() and m.is_requestable and m.retired_at is null
    union all
    select null, c.id, c.name, c.name, c.icon from app.asset_categories c
    where c.company_id = app.cid() and c.is_requestable and c.retired_at is null)
  select o.model_id, o.category_id, o.name, o.kind, o.icon, t.things, t.free from offered o
  cross join lateral (
    select count(*)::int as things, (count(*) filter (where l.is_here and not exists (
        select from jsonb_to_recordset(l.busy) b("from" timestamptz, "until" timestamptz)
        where b."from" <= now_is and b."until" > now_is)))::int as free
    from app_priv.loan_things(null, o.model_id, o.category_id, null, now_is) l) t
  where app.pid() is not null
  order by o.kind, o.name
$$;
reset role;
set role deskhand_owner;
revoke create on schema app_priv from deskhand_search;
reset role;
set role deskhand_search;
revoke execute on function app_priv.loan_things(uuid, uuid, uuid, uuid, timestamptz) from public;
revoke execute on function app_priv.loan_catalogue(timestamptz) from public;
grant execute on function app_priv.loan_things(uuid, uuid, uuid, uuid, timestamptz) to deskhand_app, deskhand_worker;
grant execute on function app_priv.loan_catalogue(timestamptz) to deskhand_app;
reset role;

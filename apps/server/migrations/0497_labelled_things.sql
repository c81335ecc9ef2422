-- Whoever scanned the label of a thing that is not theirs learns what it is and where, and nothing else of it. The
-- server asks only once the seal of the label was right.
set role deskhand_owner;

grant select on app.locations to deskhand_search;
create policy search on app.locations for select to deskhand_search using (true);

grant create on schema app_priv to deskhand_search;
reset role;
set role deskhand_search;
create function app_priv.labelled_thing(tag text)
returns table (id uuid, asset_tag text, desk_id uuid, person_id uuid, name text, place text)
language sql stable security definer set search_path = pg_catalog, app as $$
  select a.id, a.asset_tag, c.desk_id, a.person_id,
    coalesce(a.name, nullif(concat_ws(' ', f.name, m.name), ''), c.name),
    -- Where its holder sits would say who that is.
    case when a.person_id is null then (
      select string_agg(above.name, ', ' order by step.at)
      from unnest(l.path) with ordinality step(id, at)
      join app.locations above on above.company_id = l.company_id and above.id = step.id) end
  from app.assets a
  join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
  left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  left join app.locations l on l.company_id = a.company_id and l.id = a.location_id
  where a.company_id = (select app.cid()) and a.tag_key = upper(tag) and a.deleted_at is null
    and a.status not in ('RETIRED', 'VOID')
$$;
revoke execute on function app_priv.labelled_thing(text) from public;
grant execute on function app_priv.labelled_thing(text) to deskhand_app;
reset role;
set role deskhand_owner;
revoke create on schema app_priv from deskhand_search;
reset role;

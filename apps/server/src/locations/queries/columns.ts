/** The contract's Location from `app.locations l`, with the ids of its path. */
export const locationColumns = `l.id, l.kind, l.name, l.parent_id as "parentId", l.address, l.is_store as "isStore",
  l.unit_id as "unitId", l.retired_at is null as "isActive", l.version,
  array(select above.name from unnest(l.path) with ordinality step(id, place)
    join app.locations above on above.company_id = l.company_id and above.id = step.id order by step.place) as path`

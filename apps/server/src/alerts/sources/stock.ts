import { atPlace, stateOf } from '../../stock/queries/columns.ts'
import type { Source } from '../source.ts'

/**
 * A place under its minimum is another case than one that should only be ordered for. Over when enough came. Its day is
 * that of what last happened there.
 */
const low: Source = {
  kind: 'stock_low',
  find: `
    select i.id || ':' || l.id || ':' || there.state as key, 'stock_item' as subject_type, i.id as subject_id,
      i.name as subject_ref, i.desk_id, case there.state when 'BELOW' then 'WARNING' else 'INFO' end as severity,
      coalesce((select max(m.at) from app.stock_lines s
          join app.stock_movements m on m.company_id = s.company_id and m.id = s.movement_id
        where s.company_id = t.company_id and s.item_id = t.item_id and s.account = 'PLACE'
          and s.holder_id = t.location_id), i.created_at)::date as day, jsonb_build_object('place', (select string_agg(above.name, ', ' order by cardinality(above.path) desc) from app.locations above
        where above.company_id = l.company_id and above.id = any (l.path)), 'left', there.quantity, 'state', there.state) as facts
    from app.stock_levels t
    join app.stock_items i on i.company_id = t.company_id and i.id = t.item_id and i.retired_at is null
    join app.locations l on l.company_id = t.company_id and l.id = t.location_id
    cross join lateral (select counted.quantity, ${stateOf('counted.quantity')} as state
      from (select ${atPlace} as quantity) counted) there
    where t.company_id = $1 and there.state <> 'OK'`,
  title: (ref, { place, left, state }) =>
    `${ref} ${state === 'BELOW' ? 'is below its minimum' : 'should be ordered'} at ${String(place)}: ${String(left)} left`,
}

export const stockSources: Source[] = [low]

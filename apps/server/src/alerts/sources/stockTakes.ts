import type { Source } from '../source.ts'

/**
 * One case for each stock-take and desk: what its completing made missing and nobody has found since. Over when all of
 * it was found, given up as lost, or when the completing was undone.
 */
const missing: Source = {
  kind: 'stock_take_missing',
  find: `
    select s.id || ':' || coalesce(c.desk_id::text, '') as key, 'stock_take' as subject_type, s.id as subject_id,
      s.name as subject_ref, c.desk_id, 'WARNING' as severity,
      (s.completed_at at time zone (select zone from app.companies where company_id = $1))::date as day,
      jsonb_build_object('count', count(*), 'tags', (array_agg(a.asset_tag order by a.asset_tag))[1:5]) as facts
    from app.assets a
    join app.asset_categories c on c.company_id = a.company_id and c.id = a.category_id
    join app.stock_take_items i on i.company_id = a.company_id and i.asset_id = a.id and i.state = 'MISSING'
    join app.stock_takes s on s.company_id = i.company_id and s.id = i.stock_take_id
      and s.state in ('COMPLETED', 'ARCHIVED')
    where a.company_id = $1 and a.status = 'MISSING' and a.sub_status = 'UNCONFIRMED' and a.deleted_at is null
      -- The last of several that looked for it.
      and not exists (select from app.stock_take_items j join app.stock_takes t on t.company_id = j.company_id
          and t.id = j.stock_take_id and t.state in ('COMPLETED', 'ARCHIVED') and t.completed_at > s.completed_at
        where j.company_id = $1 and j.asset_id = a.id and j.state = 'MISSING')
    group by s.id, s.name, s.completed_at, c.desk_id`,
  title: (ref, { count, tags }) => {
    const some = Array.isArray(tags) ? tags.map(String) : []
    const rest = Number(count) - some.length
    return `Not found at “${ref}” and still missing: ${some.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  },
}

export const stockTakeSources: Source[] = [missing]

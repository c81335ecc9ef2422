import { type LocationWhole, locations } from '@deskhand/contract'
import { utc } from '../../assets/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadLocation } from '../access.ts'

type Counts = Omit<LocationWhole, keyof Awaited<ReturnType<typeof loadLocation>>>

export const get = handle(locations.get, async ({ tx, actor, params }) => {
  const place = await loadLocation(tx, params.id)
  const [counts] = await tx.query<Counts>(select, [actor.companyId, place.id])
  if (!counts) throw new Error('One row counts what is there.')
  return answer({ ...place, ...counts }, { version: place.version, isTimed: true })
})

const select = `
  with things as (
    select a.location_id, a.status, a.sub_status, a.category_id from app.assets a
    where a.company_id = $1 and a.deleted_at is null and a.status not in ('RETIRED', 'VOID')
      and a.location_id in (select l.id from app.locations l where l.company_id = $1 and l.path @> array[$2::uuid]))
  select ${utc('place.updated_at')} as "updatedAt",
    (select count(*)::int from app.locations l
      where l.company_id = $1 and l.parent_id = $2 and l.retired_at is null) as "childCount",
    (select count(*)::int from things where location_id = $2) as "thingCount",
    (select count(*)::int from things) as "thingCountBelow",
    (select count(*)::int from things where status = 'IN_STOCK' and sub_status = 'AVAILABLE') as "availableCount",
    (select coalesce(json_agg(json_build_object('status', s.status, 'count', s.count) order by s.count desc, s.status), '[]')
      from (select status, count(*)::int as count from things group by status) s) as "byStatus",
    (select coalesce(json_agg(json_build_object('categoryId', s.id, 'name', s.name, 'count', s.count)
        order by s.count desc, lower(s.name)), '[]')
      from (select c.id, c.name, count(*)::int as count from things t
        join app.asset_categories c on c.company_id = $1 and c.id = t.category_id group by c.id, c.name) s) as "byCategory",
    (select (select count(*)::int from app.requests r where r.company_id = $1 and r.site_id = site.unit_id
        and r.deleted_at is null and r.status not in ('RESOLVED', 'REJECTED'))
      from app.locations site where site.company_id = $1 and site.id = any (place.path) and site.unit_id is not null
      limit 1) as "openRequestCount"
  from app.locations place where place.company_id = $1 and place.id = $2`

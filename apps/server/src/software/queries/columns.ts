import { entitles } from '../../licences/queries/columns.ts'

/** The title itself and those that count as it. */
const family = `(select n.id from app.software_titles n
  where n.company_id = t.company_id and (n.id = t.id or n.merged_into_id = t.id))`

const installs = `(select count(distinct i.device_id)::int from app.software_installs i
  where i.company_id = t.company_id and i.title_id in ${family})`

const fields = `'id', t.id, 'name', t.name, 'publisher', t.publisher, 'isForbidden', t.is_forbidden, 'installs', ${installs},
  'mergedIntoId', t.merged_into_id, 'version', t.version`

/** The contract's SoftwareTitle from `app.software_titles t`. */
export const titleRow = `json_build_object(${fields})`

/** The contract's SoftwareDetails from it. */
export const detailsOf = `json_build_object(${fields},
  'mergedIntoName', (select m.name from app.software_titles m where m.company_id = t.company_id and m.id = t.merged_into_id),
  'merged', coalesce((select json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name)
    from app.software_titles n where n.company_id = t.company_id and n.merged_into_id = t.id), '[]'),
  'entitled', (select sum(o.seats)::int from app.licences o where o.company_id = t.company_id and o.retired_at is null
    and o.software_title_id in ${family} and ${entitles('o')}),
  'licences', coalesce((select json_agg(json_build_object('id', o.id, 'name', o.name, 'seats', o.seats, 'used', o.used)
      order by lower(o.name), o.id)
    from app.licences o where o.company_id = t.company_id and o.retired_at is null and o.software_title_id in ${family}), '[]'),
  'versions', coalesce((select json_agg(v order by v.installs desc, v."softwareVersion") from (
      select i.version_text as "softwareVersion", count(distinct i.device_id)::int as installs
      from app.software_installs i where i.company_id = t.company_id and i.title_id in ${family}
      group by 1 order by 2 desc, 1 limit 200) v), '[]'),
  'where', coalesce((select json_agg(w) from (
      select a.id as "assetId", a.asset_tag as "assetTag", d.name as "deviceName",
        p.name as "personName", i.version_text as "softwareVersion",
        i.installed_on as "installedOn", i.found_at as "foundAt"
      from app.software_installs i join app.devices d on d.company_id = i.company_id and d.id = i.device_id
      left join app.assets a on a.company_id = d.company_id and a.id = d.asset_id and a.deleted_at is null
      left join app.people p on p.company_id = a.company_id and p.id = a.person_id
      where i.company_id = t.company_id and i.title_id in ${family}
      order by a.asset_tag nulls last, d.name, i.version_text limit 200) w), '[]'))`

import { type InstalledSoftware, type SoftwareTitle, software } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { cursorOf, readCursor, totalOf } from '../../requests/queries/cursor.ts'
import { loadTitle } from '../access.ts'
import { titleRow } from './columns.ts'

export const list = handle(software.list, async ({ tx, actor, query }) => {
  const { limit, q, isForbidden } = query
  const after = readCursor(query.cursor, { value: 'line', id: 'uuid' })
  const rows = await tx.query<{ title: SoftwareTitle; key: string }>(
    `select ${titleRow} as title, lower(t.name) as key from app.software_titles t
     where t.company_id = $1 and t.merged_into_id is null and ($2::boolean is null or t.is_forbidden = $2)
       and ($3::text is null or position(lower($3) in lower(t.name || ' ' || coalesce(t.publisher, ''))) > 0)
       and ($4::text is null or (lower(t.name), t.id) > ($4, $5::uuid))
     order by lower(t.name), t.id limit $6`,
    [actor.companyId, isForbidden ?? null, q ?? null, after?.value ?? null, after?.id ?? null, limit + 1],
  )
  const data = rows.slice(0, limit).map((row) => row.title)
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? cursorOf(last.key, last.title.id) : null
  return answer({ data, page: { next, totalEstimate: totalOf(query, next, data.length) } }, { next })
})

export const get = handle(software.get, async ({ tx, actor, params }) => {
  const title = await loadTitle({ tx, actor }, params.id)
  return answer(title, { version: title.version })
})

/** Of several agents on one thing, what the one says that came last. */
export const ofAsset = handle(software.ofAsset, async ({ tx, actor, params }) => {
  const asset = await loadAsset({ tx, actor }, params.id)
  return {
    data: await tx.query<InstalledSoftware>(
      `with device as (
         select d.id from app.devices d where d.company_id = $1 and d.asset_id = $2 order by d.last_seen_at desc, d.id desc limit 1)
       select distinct on (lower(coalesce(m.name, t.name)), i.version_text) coalesce(m.id, t.id) as "titleId",
         coalesce(m.name, t.name) as name, coalesce(m.publisher, t.publisher) as publisher, i.version_text as "softwareVersion",
         i.installed_on::text as "installedOn", to_json(i.found_at) #>> '{}' as "foundAt",
         coalesce(m.is_forbidden, t.is_forbidden) as "isForbidden"
       from app.software_installs i join device on device.id = i.device_id
       join app.software_titles t on t.company_id = i.company_id and t.id = i.title_id
       left join app.software_titles m on m.company_id = t.company_id and m.id = t.merged_into_id
       where i.company_id = $1 order by lower(coalesce(m.name, t.name)), i.version_text limit 20000`,
      [actor.companyId, asset.id],
    ),
  }
})

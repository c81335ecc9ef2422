import type { RequestAsset } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isStaff, type RequestRecord } from '../../requests/access.ts'
import { mayUnlink } from '../rules.ts'

/** What a thing `a` is called, with `thingSources`. */
export const thingName = `coalesce(a.name, nullif(concat_ws(' ', mf.name, am.name), ''), ac.name)`
export const thingSources = `
  join app.asset_categories ac on ac.company_id = a.company_id and ac.id = a.category_id
  left join app.asset_models am on am.company_id = a.company_id and am.id = a.model_id
  left join app.manufacturers mf on mf.company_id = am.company_id and mf.id = am.manufacturer_id`

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

type Row = Omit<RequestAsset, 'mayUnlink'> & { linkedById: string | null }

/** The things of a request that row-level security shows the reader: to whoever asked, those that they have. */
export async function readLinked(
  { tx, actor }: { tx: Tx; actor: Actor },
  request: RequestRecord,
  assetId: string | null = null,
): Promise<RequestAsset[]> {
  const rows = await tx.query<Row>(
    `select a.id, a.asset_tag as "assetTag", ${thingName} as name, ac.name as kind, ac.icon,
       a.serial_number as "serialNumber", a.status, a.person_id as "personId", holder.name as "personName",
       place.name as "locationName", ${instant('l.linked_at')} as "linkedAt", linker.name as "linkedByName",
       l.linked_by_id as "linkedById"
     from app.request_assets l
     join app.assets a on a.company_id = l.company_id and a.id = l.asset_id and a.deleted_at is null ${thingSources}
     left join app.people holder on holder.company_id = a.company_id and holder.id = a.person_id
     left join app.locations place on place.company_id = a.company_id and place.id = a.location_id
     left join app.people linker on linker.company_id = l.company_id and linker.id = l.linked_by_id
     where l.company_id = $1 and l.request_id = $2 and ($3::uuid is null or l.asset_id = $3)
     order by l.linked_at, a.asset_tag`,
    [request.companyId, request.id, assetId],
  )
  const staff = isStaff(actor, request)
  return rows.map(({ linkedById, ...row }) => ({
    ...row,
    ...(staff ? {} : { locationName: null }),
    mayUnlink: mayUnlink(actor, request, { linkedById }),
  }))
}

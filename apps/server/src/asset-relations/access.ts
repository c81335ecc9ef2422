import { type AssetRelation, relationKinds } from '@deskhand/contract'
import { utc } from '../assets/access.ts'
import type { Tx } from '../platform/db/transaction.ts'

type Kind = AssetRelation['type']

/** How a relation is kept: from the side of whoever needs. */
export function keptAs(
  type: Kind,
  assetId: string,
  otherId: string,
): { kind: Kind; assetId: string; otherId: string } {
  const isOther = type === 'HOSTS' || type === 'NEEDED_BY' || type === 'HAS_PART'
  // Connected things have no first side; one order keeps each pair once.
  const isTurned = isOther || (type === 'CONNECTED_TO' && assetId > otherId)
  return isTurned
    ? { kind: relationKinds[type], assetId: otherId, otherId: assetId }
    : { kind: type, assetId, otherId }
}

/** The relations of a thing as they read from its side, or one of them. */
export async function readRelations(
  tx: Tx,
  assetId: string,
  relationId: string | null = null,
): Promise<AssetRelation[]> {
  const rows = await tx.query<AssetRelation & { isTurned: boolean }>(find, [
    tx.whose.companyId,
    assetId,
    relationId,
  ])
  return rows.map(({ isTurned, ...row }) => ({ ...row, type: isTurned ? relationKinds[row.type] : row.type }))
}

const find = `
  select r.id, r.kind as type, r.other_id = $2 as "isTurned", ${utc('r.created_at')} as "createdAt",
    json_build_object('id', a.id, 'assetTag', a.asset_tag, 'name', a.name, 'status', a.status) as asset
  from app.asset_relations r
  join app.assets a on a.company_id = r.company_id and a.deleted_at is null
    and a.id = case when r.asset_id = $2 then r.other_id else r.asset_id end
  where r.company_id = $1 and (r.asset_id = $2 or r.other_id = $2) and ($3::text is null or r.id::text = $3)
  order by r.kind, a.asset_tag, r.id`

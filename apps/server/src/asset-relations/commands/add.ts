import { assetRelations } from '@deskhand/contract'
import { about, loadAsset, mustKeep } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { keptAs, readRelations } from '../access.ts'
import { words } from '../words.ts'

export const add = handle(assetRelations.add, async (inside) => {
  const { tx, actor, body, record } = inside
  const asset = await loadAsset(inside, inside.params.id)
  mustKeep(actor, asset)
  // Both are held, so that nobody deletes one before this is written down.
  const held = await tx.query<{ id: string; tag: string }>(
    `select id, asset_tag as tag from app.assets
     where company_id = $1 and id = any ($2::uuid[]) and deleted_at is null order by id for key share`,
    [actor.companyId, [asset.id, body.assetId]],
  )
  const other = held.find(({ id }) => id === body.assetId.toLowerCase())
  if (!held.some(({ id }) => id === asset.id)) throw new Stop('not_found', words.noSuchThing)
  if (!other) throw refuseField('assetId', words.noSuchThing)
  if (other.id === asset.id) throw refuseField('assetId', words.itself)
  const id = newId()
  const kept = keptAs(body.type, asset.id, other.id)
  const { rowCount } = await tx.run(
    `insert into app.asset_relations (company_id, id, asset_id, other_id, kind, created_at)
     values ($1, $2, $3, $4, $5, $6) on conflict (company_id, asset_id, other_id, kind) do nothing`,
    [actor.companyId, id, kept.assetId, kept.otherId, kept.kind, clock.now()],
  )
  if (rowCount === 0) throw new Stop('conflict', words.known(other.tag))
  record('asset.related', about(asset), { type: body.type, assetId: other.id, assetTag: other.tag })
  const [made] = await readRelations(tx, asset.id, id)
  if (!made) throw refuseField('assetId', words.noSuchThing)
  return answer(made, { location: `/assets/${asset.id}/relations/${id}` })
})

import { assetRelations } from '@deskhand/contract'
import { about, loadAsset, mustKeep } from '../../assets/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { readRelations } from '../access.ts'
import { words } from '../words.ts'

export const remove = handle(assetRelations.remove, async (inside) => {
  const { tx, actor, params, record } = inside
  const asset = await loadAsset(inside, params.id)
  const [relation] = await readRelations(tx, asset.id, params.relationId.toLowerCase())
  if (!relation) throw new Stop('not_found', words.noSuchRelation)
  mustKeep(actor, asset)
  await tx.run('delete from app.asset_relations where company_id = $1 and id = $2', [
    actor.companyId,
    relation.id,
  ])
  const { type, asset: other } = relation
  record('asset.unrelated', about(asset), { type, assetId: other.id, assetTag: other.assetTag })
  return {}
})

import { assetRelations } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { readRelations } from '../access.ts'

export const list = handle(assetRelations.list, async ({ tx, actor, params }) => {
  const { id } = await loadAsset({ tx, actor }, params.id)
  return { data: await readRelations(tx, id) }
})

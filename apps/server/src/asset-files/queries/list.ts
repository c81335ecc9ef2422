import { assetFiles } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { fileJson } from '../access.ts'

export const list = handle(assetFiles.list, async ({ tx, actor, params }) => {
  const asset = await loadAsset({ tx, actor }, params.id)
  const [row] = await tx.query<{ text: string }>(find, [actor.companyId, asset.id])
  return new Json(`{"data":${row?.text ?? '[]'}}`)
})

const find = `
  select coalesce(json_agg(${fileJson} order by f.created_at desc, f.id desc), '[]')::text as text
  from app.asset_files f where f.company_id = $1 and f.asset_id = $2 and f.deleted_at is null`

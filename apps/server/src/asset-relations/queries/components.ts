import { assetRelations, type ReplyIn } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'

type Component = ReplyIn<typeof assetRelations.components>['data'][number]

/** What is in a thing or goes with it. */
export const readComponents = (tx: Tx, id: string): Promise<Component[]> =>
  tx.query<Component>(find, [tx.whose.companyId, id])

export const components = handle(assetRelations.components, async ({ tx, actor, params }) => {
  const { id } = await loadAsset({ tx, actor }, params.id)
  return { data: await readComponents(tx, id) }
})

const find = `
  select a.id, a.asset_tag as "assetTag", a.name, a.status, a.serial_number as "serialNumber", m.name as "modelName"
  from app.assets a left join app.asset_models m on m.company_id = a.company_id and m.id = a.model_id
  where a.company_id = $1 and a.parent_asset_id = $2 and a.deleted_at is null order by a.asset_tag limit 500`

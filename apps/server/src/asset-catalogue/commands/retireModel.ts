import { type AssetModel, assetCatalogue } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { aboutModel, loadModel } from '../access.ts'
import { writeModel } from './changeModel.ts'

/** As with categories: deleted where nothing was ever of it, else retired. */
export const retireModel = handle(assetCatalogue.retireModel, async (inside) => {
  const { tx, params, ifMatch } = inside
  const model = await loadModel(tx, params.id, { lock: true, ifMatch })
  if (await deleteModel(inside, model)) return {}
  if (!model.isActive) return answer({}, { unchanged: true })
  await writeModel(inside, model, { ...model, isActive: false }, { isActive: [true, false] })
  return {}
})

/** Deletes a locked model where nothing was ever of it; answers whether it did. */
export async function deleteModel(
  { tx, record }: { tx: Tx; record: RecordEvent },
  model: Pick<AssetModel, 'id' | 'name'>,
): Promise<boolean> {
  const { rowCount } = await tx.run(
    `delete from app.asset_models m where m.company_id = $1 and m.id = $2
       and not exists (select from app.assets a where a.company_id = m.company_id and a.model_id = m.id)
       and not exists (select from app.kit_parts k where k.company_id = m.company_id and k.model_id = m.id)`,
    [tx.whose.companyId, model.id],
  )
  if (rowCount === 1) record('asset_model.deleted', aboutModel(model), {}, { name: [model.name, null] })
  return rowCount === 1
}

import { type AssetModel, assetCatalogue } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { aboutModel, loadModel } from '../access.ts'
import { retyped, rowOf } from '../rules.ts'
import { words } from '../words.ts'
import { modelTableColumns, mustBeSound } from './addModel.ts'
import { mustKeepTypes } from './changeCategory.ts'

export const changeModel = handle(assetCatalogue.changeModel, async (inside) => {
  const { tx, actor, params, body, ifMatch } = inside
  const before = await loadModel(tx, params.id, { lock: true, ifMatch })
  const after = Object.assign({ ...before }, body)
  const changes = changesBetween<object>(before, body)
  if ('isActive' in changes && !actor.permissions.has('assets.manage'))
    throw new Stop('forbidden', words.onlyAdmins)
  if ('categoryId' in changes) {
    const count = await countOf(tx, before.id)
    if (count > 0) throw refuseField('categoryId', words.hasThings(count))
    // Whoever takes it out of a category keeps that one as well.
    await mustBeSound(inside, { ...after, categoryId: before.categoryId, fields: [] }, before.categoryId)
  }
  await mustBeSound(inside, after, before.categoryId)
  if ('fields' in changes)
    await mustKeepTypes(tx, { modelId: before.id }, retyped(before.fields, after.fields))
  if (Object.keys(changes).length > 0) await writeModel(inside, before, after, changes)
  const model = await loadModel(tx, before.id)
  return answer(model, { version: model.version, unchanged: Object.keys(changes).length === 0 })
})

/** Also those that were deleted: they can come back. */
async function countOf(tx: Tx, modelId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from app.assets where company_id = $1 and model_id = $2',
    [tx.whose.companyId, modelId],
  )
  return row?.count ?? 0
}

export async function writeModel(
  { tx, record }: { tx: Tx; record: RecordEvent },
  before: AssetModel,
  after: AssetModel,
  changes: Record<string, [unknown, unknown]>,
): Promise<void> {
  await tx.run(update, [tx.whose.companyId, before.id, rowOf(after), clock.now(), after.isActive])
  record('asset_model.updated', aboutModel(after), { fields: Object.keys(changes) }, changes)
}

const update = `
  update app.asset_models m set (${modelTableColumns.join(', ')}) = (
      select ${modelTableColumns.map((column) => `n.${column}`).join(', ')}
      from jsonb_populate_record(null::app.asset_models, $3::jsonb) n),
    retired_at = case when $5 then null else coalesce(m.retired_at, $4) end, updated_at = $4, version = m.version + 1
  where m.company_id = $1 and m.id = $2`

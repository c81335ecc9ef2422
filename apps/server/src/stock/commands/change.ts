import { type StockKind, stock } from '@deskhand/contract'
import { mustKeep } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { mustBeOnce } from '../../platform/mustBeOnce.ts'
import { refuseField } from '../../platform/stop.ts'
import { about, loadKept } from '../access.ts'
import { readWhole } from '../queries/readWhole.ts'
import { words } from '../words.ts'
import { costColumns, mustFit, writeParts } from './mustFit.ts'
import { mustBeGone } from './remove.ts'

export const change = handle(stock.change, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const before = await loadKept(inside, params.id)
  const had = await readWhole(tx, actor, before.id)
  const { thresholds, modelIds, ...fields } = body
  const changes = {
    ...changesBetween<object>(before, fields),
    ...changesBetween<object>(
      {
        thresholds: sorted(had.levels.filter(hasThreshold).map(thresholdOf)),
        modelIds: had.models.map(({ id }) => id).sort(),
      },
      {
        thresholds: thresholds && sorted(thresholds.filter(hasThreshold)),
        modelIds: modelIds && mustBeOnce('modelIds', modelIds).sort(),
      },
    ),
  }
  if (Object.keys(changes).length === 0) return answer(had, { version: had.version, unchanged: true })
  const after = Object.assign({ ...before }, fields)
  mustKeep(actor, after)
  if (before.isActive && !after.isActive) await mustBeGone(tx, before.id)
  if (isUsedUp(before) !== isUsedUp(after)) await mustBeNew(tx, before.id)
  await mustFit(tx, { ...after, thresholds, modelIds })
  await tx.run(
    `update app.stock_items set name = $3, kind = $4, sku = $5, unit = $6, supplier = $7, unit_cost = $8,
       unit_cost_currency = $9, notes = $10, desk_id = $11,
       retired_at = case when $12 then null else coalesce(retired_at, $13) end, updated_at = $13, version = version + 1
     where company_id = $1 and id = $2`,
    [
      actor.companyId,
      before.id,
      after.name,
      after.kind,
      after.sku,
      after.unit,
      after.supplier,
      ...costColumns(after.unitCost),
      after.notes,
      after.deskId,
      after.isActive,
      clock.now(),
    ],
  )
  await writeParts(tx, before.id, { thresholds, modelIds })
  record('stock_item.changed', about(after), {}, changes)
  const whole = await readWhole(tx, actor, before.id)
  return answer(whole, { version: whole.version })
})

const isUsedUp = ({ kind }: { kind: StockKind }) => kind === 'CONSUMABLE'

/** What was issued would otherwise be with nobody, or with somebody who used it up. */
async function mustBeNew(tx: Tx, id: string): Promise<void> {
  const moved = await tx.query(
    'select from app.stock_movements where company_id = $1 and item_id = $2 limit 1',
    [tx.whose.companyId, id],
  )
  if (moved.length > 0) throw refuseField('kind', words.kindStays)
}

type Threshold = {
  locationId: string
  minimum: number | null
  reorderPoint: number | null
  maximum: number | null
}
const hasThreshold = ({ minimum, reorderPoint, maximum }: Threshold) =>
  minimum !== null || reorderPoint !== null || maximum !== null
const thresholdOf = ({ locationId, minimum, reorderPoint, maximum }: Threshold): Threshold => ({
  locationId,
  minimum,
  reorderPoint,
  maximum,
})
const sorted = (thresholds: readonly Threshold[]) =>
  thresholds.toSorted((one, other) => one.locationId.localeCompare(other.locationId))

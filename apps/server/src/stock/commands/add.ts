import { stock } from '@deskhand/contract'
import { mustKeep } from '../../assets/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about } from '../access.ts'
import { readWhole } from '../queries/readWhole.ts'
import { costColumns, mustFit, writeParts } from './mustFit.ts'

export const add = handle(stock.add, async ({ tx, actor, body, record }) => {
  const item = { ...body, id: newId(), isActive: true }
  mustKeep(actor, item)
  await mustFit(tx, item)
  await tx.run(
    `insert into app.stock_items (company_id, id, name, kind, sku, unit, supplier, unit_cost, unit_cost_currency, notes,
       desk_id, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [
      actor.companyId,
      item.id,
      item.name,
      item.kind,
      item.sku,
      item.unit,
      item.supplier,
      ...costColumns(item.unitCost),
      item.notes,
      item.deskId,
      clock.now(),
    ],
  )
  await writeParts(tx, item.id, item)
  record('stock_item.added', about(item), {}, changesBetween({}, body))
  const whole = await readWhole(tx, actor, item.id)
  return answer(whole, { version: whole.version, location: `/stock-items/${item.id}` })
})

import { stock } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadKept } from '../access.ts'
import { words } from '../words.ts'

/** Retired, not deleted: its ledger names who got some of it. */
export const remove = handle(stock.remove, async (inside) => {
  const { tx, actor, params, record } = inside
  const item = await loadKept(inside, params.id)
  if (!item.isActive) throw new Stop('state', words.retired(item.name))
  await mustBeGone(tx, item.id)
  await tx.run(
    `update app.stock_items set retired_at = $3, updated_at = $3, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, item.id, clock.now()],
  )
  record('stock_item.retired', about(item), {}, { isActive: [true, false] })
  return {}
})

/** Stops while some of it is at a place. */
export async function mustBeGone(tx: Tx, id: string): Promise<void> {
  const [there] = await tx.query<{ count: number }>(
    `select coalesce(sum(quantity), 0)::float8 as count from app.stock_balances
     where company_id = $1 and item_id = $2 and account in ('PLACE', 'RESERVED')`,
    [tx.whose.companyId, id],
  )
  if (there && there.count > 0) throw new Stop('state', words.stillThere(there.count))
}

import { stockTakes } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadStockTake } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { whyNotCounted } from '../rules.ts'
import { words } from '../words.ts'

/** Who still has what was not found is asked, whether or not people were asked from the beginning. */
export const askHolders = handle(stockTakes.askHolders, async (inside) => {
  const { tx, actor, record } = inside
  const stockTake = await loadStockTake(inside, inside.params.id, 'update')
  const { id, state } = stockTake
  if (whyNotCounted(state)) throw new Stop('state', words.notAskedNow)
  const asked = await tx.query<{ id: string }>(ask, [actor.companyId, id])
  if (asked.length === 0) throw new Stop('state', words.nobodyToAsk)
  // So that those who are asked stay asked when it is counted again.
  await tx.run(
    'update app.stock_takes set asks_holders = true, version = version + 1 where company_id = $1 and id = $2',
    [actor.companyId, id],
  )
  const people = [...new Set(asked.map((one) => one.id))]
  record('stock_take.holders_asked', about(stockTake, people), {})
  return answerWhole(inside, id)
})

const ask = `
  update app.stock_take_items i set is_asked = true
  from app.assets a, app.people p
  where i.company_id = $1 and i.stock_take_id = $2 and i.state in ('EXPECTED', 'MISSING')
    and a.company_id = $1 and a.id = i.asset_id and a.deleted_at is null and a.person_id = i.expected_person_id
    and p.company_id = $1 and p.id = a.person_id and p.deleted_at is null and p.state <> 'BLOCKED'
  returning i.expected_person_id as id`

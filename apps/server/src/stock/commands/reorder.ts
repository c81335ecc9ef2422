import { type ReorderRefusal, type StockReorder, type StockShortage, stock } from '@deskhand/contract'
import { isKeeper } from '../../assets/access.ts'
import { deskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { openRequest } from '../../requests/commands/create.ts'
import { about } from '../access.ts'
import { readShortages } from '../queries/belowMinimum.ts'
import { words } from '../words.ts'

type Line = StockReorder['lines'][number]
type Fact = { id: string; deskId: string | null; unitCost: Line['unitCost'] | null }

/** The most lines of one requisition; the rest is asked for the next time. */
const mostLines = 50

export const reorder = handle(stock.reorder, async (inside) => {
  const { tx, actor, platform, body, record } = inside
  if (!body.preview)
    await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`reorders of ${actor.companyId}`])
  const shortages = await readShortages(tx)
  const facts = await readFacts(
    tx,
    shortages.map(({ itemId }) => itemId),
  )
  const kept = shortages.filter(({ itemId, suggested, ordered }) => {
    const fact = facts.get(itemId)
    return fact !== undefined && isKeeper(actor, fact) && (suggested > 0 || ordered > 0)
  })
  const { lines, leftOut } = split(kept, facts)
  const [first] = lines
  if (!first || body.preview) return answer({ request: null, lines, leftOut }, { unchanged: true })
  const type = (await deskFacts(platform, tx)).typeOfKind('REQUISITION')
  if (!type) throw new Stop('state', words.notOffered)
  const { id, referenceNumber } = await openRequest(inside, {
    requestTypeId: type.id,
    summary: words.reorder.summary(lines.length, first.itemName),
    customFields: {
      justification: words.reorder.why(lines.map((line) => `${line.itemName} (${line.locationName})`)),
      lineItems: lines.map(({ itemName, locationName, quantity, unitCost }) => ({
        description: words.reorder.line(itemName, locationName),
        quantity,
        unitPrice: unitCost,
      })),
    },
  })
  await tx.run(insert, [
    actor.companyId,
    id,
    lines.map(({ itemId }) => itemId),
    lines.map(({ locationId }) => locationId),
    lines.map(({ quantity }) => quantity),
    clock.now(),
  ])
  for (const [itemId, those] of Map.groupBy(lines, (line) => line.itemId)) {
    const name = those[0]?.itemName ?? ''
    const quantity = those.reduce((sum, line) => sum + line.quantity, 0)
    record('stock_item.reordered', about({ id: itemId, name, deskId: facts.get(itemId)?.deskId ?? null }), {
      quantity,
    })
  }
  return answer({ request: { id, referenceNumber }, lines, leftOut }, {})
})

/** What can stand on one requisition, and what cannot and why. The first that has a price says the currency. */
function split(shortages: readonly StockShortage[], facts: ReadonlyMap<string, Fact>) {
  const lines: StockReorder['lines'] = []
  const leftOut: StockReorder['leftOut'] = []
  for (const { itemId, itemName, unit, locationId, locationName, suggested, ordered } of shortages) {
    const unitCost = facts.get(itemId)?.unitCost ?? null
    const line = { itemId, itemName, unit, locationId, locationName }
    const refuse = (because: ReorderRefusal, quantity = suggested) =>
      leftOut.push({ ...line, quantity, because })
    if (ordered > 0) refuse('ORDERED', ordered)
    else if (!unitCost) refuse('NO_COST')
    else if (lines[0] && lines[0].unitCost.currency !== unitCost.currency) refuse('OTHER_CURRENCY')
    else if (lines.length < mostLines) lines.push({ ...line, quantity: suggested, unitCost })
  }
  return { lines, leftOut }
}

async function readFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, Fact>> {
  const rows = await tx.query<Fact>(
    `select i.id, i.desk_id as "deskId", case when i.unit_cost is not null
       then json_build_object('amount', i.unit_cost::text, 'currency', i.unit_cost_currency) end as "unitCost"
     from app.stock_items i where i.company_id = $1 and i.id = any ($2::uuid[])`,
    [tx.whose.companyId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

const insert = `
  insert into app.stock_orders (company_id, request_id, item_id, location_id, quantity, ordered_at)
  select $1, $2, o.item_id, o.location_id, o.quantity, $6
  from unnest($3::uuid[], $4::uuid[], $5::int[]) o(item_id, location_id, quantity)`

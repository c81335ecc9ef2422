import { sql } from 'kysely'
import { clock } from '../platform/clock/clock.ts'
import { type Reaction, reaction, type Work } from '../platform/jobs/reaction.ts'
import { addActivities, lockSome, type RequestRecord } from '../requests/access.ts'
import { moveBySystem } from '../requests/commands/move.ts'
import { about, type ItemRecord, loadItem } from './access.ts'
import { giveUp, putAside, type Reserved } from './commands/reservations.ts'
import { so, words } from './words.ts'

/** More than anybody lets wait for one item; what is left over, the next that comes serves. */
const most = 500

type Waiting = Reserved & { placeName: string }

const columns = `v.id, v.item_id as "itemId", v.location_id as "locationId", v.request_id as "requestId", v.quantity, v.state`

/** What came to a place goes first to the requests that wait for it there, the oldest first, and wakes them. */
async function fill({ tx, db, record, companyId }: Work, itemId: string): Promise<void> {
  const waits = `select ${columns}, l.name as "placeName" from app.stock_reservations v
    join app.locations l on l.company_id = v.company_id and l.id = v.location_id
    where v.company_id = $1 and v.item_id = $2 and v.state = 'WAITING' order by v.created_at, v.id limit ${most}`
  const seen = await tx.query<Waiting>(waits, [companyId, itemId])
  if (seen.length === 0) return
  // Requests before the item, as whoever reserves locks them.
  const ids = seen.map(({ requestId }) => requestId)
  const requests = await lockSome(db, companyId, sql<boolean>`requests.id = any (${ids}::uuid[])`, most, {
    wait: true,
  })
  const item = await loadItem({ tx }, itemId, { lock: true })
  const known = new Map(requests.map((request) => [request.id, request]))
  const free = await readFree(tx, item.id)
  const filled: Waiting[] = []
  for (const one of await tx.query<Waiting>(waits, [companyId, itemId])) {
    if (!known.has(one.requestId ?? '')) continue
    const left = (free.get(one.locationId) ?? 0) - one.quantity
    // Whoever came first is not overtaken by who needs less.
    free.set(one.locationId, left < 0 ? 0 : left)
    if (left >= 0) filled.push(one)
  }
  const movementIds = await putAside({ tx, actor: null }, filled)
  for (const [at, { id, quantity }] of filled.entries())
    record('stock_item.reserved', about(item), {
      reservationId: id,
      movementId: movementIds[at] ?? null,
      quantity,
    })
  await wake({ tx, record }, item, filled, known)
}

/** What is free of an item at each place. */
async function readFree(tx: Work['tx'], itemId: string): Promise<Map<string, number>> {
  const rows = await tx.query<{ id: string; quantity: number }>(
    `select holder_id as id, quantity::float8 as quantity from app.stock_balances
     where company_id = $1 and item_id = $2 and account = 'PLACE'`,
    [tx.whose.companyId, itemId],
  )
  return new Map(rows.map(({ id, quantity }) => [id, quantity]))
}

/** Requests that waited for a part go on when nothing that they wait for is missing; the others hear of it. */
async function wake(
  work: Pick<Work, 'tx' | 'record'>,
  item: ItemRecord,
  filled: readonly Waiting[],
  known: ReadonlyMap<string, RequestRecord>,
): Promise<void> {
  const { tx } = work
  const stillWait = await tx.query<{ id: string }>(
    `select distinct request_id as id from app.stock_reservations
     where company_id = $1 and request_id = any ($2::uuid[]) and state = 'WAITING'`,
    [tx.whose.companyId, filled.map(({ requestId }) => requestId)],
  )
  const lacking = new Set(stillWait.map(({ id }) => id))
  const byRequest = Map.groupBy(filled, ({ requestId }) => requestId ?? '')
  const wakes = (request: RequestRecord) =>
    request.status === 'WAITING' && request.waitReason === 'PART' && !lacking.has(request.id)
  const all = [...byRequest.keys()].flatMap((id) => known.get(id) ?? [])
  const what = (id: string) =>
    (byRequest.get(id) ?? []).map(({ quantity }) => so(quantity, item.name)).join(', ')
  for (const [reason, those] of Map.groupBy(all.filter(wakes), ({ id }) => words.arrived([what(id)])))
    await moveBySystem(work, those, { to: 'IN_PROGRESS', reason })
  const lines = all
    .filter((request) => !wakes(request))
    .flatMap((request) =>
      (byRequest.get(request.id) ?? []).map(({ quantity, placeName }) => ({
        request,
        entry: {
          activityType: 'SYSTEM' as const,
          message: words.putAside(quantity, item.name, placeName),
          isInternal: true,
        },
      })),
    )
  if (lines.length > 0) await addActivities(tx, null, lines).written
}

const fillWaiting = reaction({
  on: [
    'stock_item.received',
    'stock_item.returned',
    'stock_item.adjusted',
    'stock_item.transferred',
    'stock_item.released',
    'stock_item.movement_undone',
  ],
  name: 'stock.fill_waiting',
  run: (work) => fill(work, work.event.subjectId ?? ''),
})

/** What was put aside for a request that is over is free again. */
const releaseOver = reaction({
  on: ['request.moved', 'request.deleted'],
  name: 'stock.release_over',
  run: async ({ tx, record, companyId, event }) => {
    const { to } = { to: 'RESOLVED', ...event.data }
    if (to !== 'RESOLVED' && to !== 'REJECTED') return
    const open = `select ${columns} from app.stock_reservations v
      where v.company_id = $1 and v.request_id = $2 and v.state in ('WAITING', 'READY') order by v.item_id, v.id`
    const seen = await tx.query<Reserved>(open, [companyId, event.subjectId])
    if (seen.length === 0) return
    const items = await tx.query<ItemRecord>(
      `select i.id, i.name, i.desk_id as "deskId" from app.stock_items i
       where i.company_id = $1 and i.id = any ($2::uuid[]) order by i.id for update of i`,
      [companyId, seen.map(({ itemId }) => itemId)],
    )
    const known = new Map(items.map((item) => [item.id, item]))
    const those = await tx.query<Reserved>(open, [companyId, event.subjectId])
    await giveUp(
      { tx, actor: null, record },
      those.flatMap((one) => {
        const item = known.get(one.itemId)
        return item ? [{ ...one, item }] : []
      }),
    )
  },
})

/** What was ordered with a request that is over can be ordered again, where there is still too little. */
const endOrders = reaction({
  on: ['request.moved', 'request.deleted'],
  name: 'stock.end_orders',
  run: async ({ tx, companyId, event }) => {
    const { to } = { to: 'RESOLVED', ...event.data }
    if (to !== 'RESOLVED' && to !== 'REJECTED') return
    await tx.run(
      'update app.stock_orders set ended_at = $3 where company_id = $1 and request_id = $2 and ended_at is null',
      [companyId, event.subjectId, clock.now()],
    )
  },
})

export const reactions: Reaction[] = [fillWaiting, releaseOver, endOrders]

import type { StockReservation } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { about, type ItemRecord, type Work } from '../access.ts'
import { reservationColumns, reservationSources } from '../queries/columns.ts'
import { between } from '../rules.ts'
import { words } from '../words.ts'
import { bookAll } from './book.ts'

/** What commands need of a reservation. */
export type Reserved = Pick<StockReservation, 'id' | 'locationId' | 'requestId' | 'quantity' | 'state'> & {
  itemId: string
}

/** A reservation as the contract shows it; one of a request that is hidden is not there. */
export async function readReservation(tx: Tx, id: string): Promise<StockReservation> {
  const [found] = isUuid(id.toLowerCase())
    ? await tx.query<StockReservation>(
        `select ${reservationColumns} ${reservationSources} where v.company_id = $1 and v.id = $2`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!found) throw new Stop('not_found', words.noSuchReservation)
  return found
}

/** Puts the units of waiting reservations of locked items aside; that they are there is the caller's to know. */
export async function putAside(
  work: Pick<Work, 'tx' | 'actor'>,
  those: readonly Reserved[],
  operationId?: string,
): Promise<string[]> {
  const ids = await bookAll(
    work,
    those.map(({ id, itemId, locationId, requestId, quantity }) => ({
      itemId,
      movement: {
        kind: 'RESERVE',
        quantity,
        requestId,
        reservationId: id,
        ...(operationId && { operationId }),
      },
      lines: between({ account: 'PLACE', locationId }, { account: 'RESERVED', locationId }, quantity),
    })),
  )
  await work.tx.run(
    `update app.stock_reservations set state = 'READY' where company_id = $1 and id = any ($2::uuid[])`,
    [work.tx.whose.companyId, those.map(({ id }) => id)],
  )
  return ids
}

/** Ends reservations that wait or are ready, of locked items; what was put aside is free again. */
export async function giveUp(
  { tx, actor, record }: Work,
  those: readonly (Reserved & { item: Pick<ItemRecord, 'id' | 'name' | 'deskId'> })[],
): Promise<void> {
  const ready = those.filter(({ state }) => state === 'READY')
  const ids = await bookAll(
    { tx, actor },
    ready.map(({ id, itemId, locationId, requestId, quantity }) => ({
      itemId,
      movement: { kind: 'RELEASE', quantity, requestId, reservationId: id },
      lines: between({ account: 'RESERVED', locationId }, { account: 'PLACE', locationId }, quantity),
    })),
  )
  await tx.run(
    `update app.stock_reservations set state = 'RELEASED', ended_at = $3
     where company_id = $1 and id = any ($2::uuid[])`,
    [tx.whose.companyId, those.map(({ id }) => id), clock.now()],
  )
  const movementOf = new Map(ready.map(({ id }, at) => [id, ids[at] ?? null]))
  for (const { id, item, quantity } of those) {
    const movementId = movementOf.get(id) ?? null
    record('stock_item.released', about(item), { reservationId: id, movementId, quantity })
  }
}

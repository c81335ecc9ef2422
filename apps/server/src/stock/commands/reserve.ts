import { stock } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { addActivity, isStaff, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { move } from '../../requests/commands/move.ts'
import { isOpen } from '../../requests/rules.ts'
import { about, loadItem, loadKept, readPlace } from '../access.ts'
import { so, words } from '../words.ts'
import { balanceOf } from './book.ts'
import { putAside, readReservation } from './reservations.ts'

/**
 * Reserves units for a request. Where they are, they are put aside at once; where there are too few, the request waits
 * for the part until somebody receives it. The request is locked before the item, as everywhere.
 */
export const reserve = handle(stock.reserve, async (inside) => {
  const { tx, actor, params, body } = inside
  const { locationId, quantity } = body
  await loadItem({ tx }, params.id)
  const request = await loadOpen(inside, body.requestId)
  const item = await loadKept({ ...inside, ifMatch: null }, params.id)
  if (!item.isActive) throw new Stop('state', words.retired(item.name))
  const place = await readPlace(tx, locationId, { into: true })
  const isThere = (await balanceOf(tx, item.id, { account: 'PLACE', locationId: place.id })) >= quantity
  const operation = await beginOperation(inside, {
    kind: 'stock.reserve',
    summary: words.summary.RESERVE(`${so(quantity, item.name)} for ${request.referenceNumber}`),
    changed: 1,
  })
  const work = { ...inside, record: operation.record }
  const reservation = {
    id: newId(),
    itemId: item.id,
    locationId: place.id,
    requestId: request.id,
    quantity,
    state: 'WAITING' as const,
  }
  await tx.run(insert, [
    actor.companyId,
    reservation.id,
    item.id,
    place.id,
    request.id,
    quantity,
    actor.id,
    actor.name,
    clock.now(),
  ])
  const [movementId = null] = isThere ? await putAside(work, [reservation], operation.id) : []
  operation.record('stock_item.reserved', about(item), {
    reservationId: reservation.id,
    movementId,
    quantity,
  })
  if (isThere) {
    const message = words.putAside(quantity, item.name, place.name)
    await addActivity(tx, request, actor, { activityType: 'SYSTEM', message, isInternal: true })
  } else await letWait(work, request, words.waitsFor(quantity, item.name))
  return answer(
    { reservation: await readReservation(tx, reservation.id), operationId: operation.id },
    { location: `/requests/${request.id}/parts` },
  )
})

type Inside = Parameters<typeof move>[0] & Parameters<typeof loadRequest>[0]

/** The request, locked, of whoever works on it, while it goes on. */
async function loadOpen(inside: Inside, id: string): Promise<RequestRecord> {
  const request = await loadRequest({ ...inside, ifMatch: null }, id, { lock: true }).catch(
    (thrown: unknown) => {
      if (thrown instanceof Stop && thrown.code === 'not_found')
        throw refuseField('requestId', words.noSuchRequest)
      throw thrown
    },
  )
  if (!isStaff(inside.actor, request)) throw new Stop('forbidden', words.onlyDesk)
  if (!isOpen(request)) throw new Stop('state', words.requestOver(request.referenceNumber))
  return request
}

/** What waits already goes on waiting, for whatever reason it does. */
async function letWait(inside: Inside, request: RequestRecord, reason: string): Promise<void> {
  if (request.status === 'WAITING') {
    await addActivity(inside.tx, request, inside.actor, {
      activityType: 'SYSTEM',
      message: reason,
      isInternal: true,
    })
    return
  }
  await move(inside, request, { to: 'WAITING', waitReason: 'PART', reason })
}

const insert = `
  insert into app.stock_reservations (company_id, id, item_id, location_id, request_id, quantity, state, created_by_id,
    created_by_name, created_at)
  values ($1, $2, $3, $4, $5, $6, 'WAITING', $7, $8, $9)`

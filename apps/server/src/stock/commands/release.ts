import { stock } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { loadKept } from '../access.ts'
import { words } from '../words.ts'
import { giveUp, readReservation } from './reservations.ts'

export const release = handle(stock.release, async (inside) => {
  const { tx, params } = inside
  const { itemId } = await readReservation(tx, params.id)
  const item = await loadKept({ ...inside, ifMatch: null }, itemId)
  // Whoever issued it or gave it up meanwhile held the item.
  const reservation = await readReservation(tx, params.id)
  if (reservation.state === 'ISSUED' || reservation.state === 'RELEASED')
    throw new Stop('state', words.ended[reservation.state])
  await giveUp(inside, [{ ...reservation, item }])
  return readReservation(tx, reservation.id)
})

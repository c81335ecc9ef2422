import { stock } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadKept } from '../access.ts'
import { giveOut, giveReserved } from './giveOut.ts'

export const issue = handle(stock.issue, async (inside) => {
  const item = await loadKept({ ...inside, ifMatch: null }, inside.params.id)
  const { reservationId, locationId, quantity, ...said } = inside.body
  if (reservationId) return giveReserved(inside, item, reservationId, said)
  // The contract asks for both where no reservation says them.
  return giveOut(inside, item, { ...said, locationId: locationId ?? '', quantity: quantity ?? 0 })
})

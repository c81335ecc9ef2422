import { stock } from '@deskhand/contract'
import { makePlace } from '../custody/sample.ts'
import { newId } from '../platform/ids.ts'
import { addItem } from '../stock/sample.ts'
import type { Desk } from '../testing/desk.ts'
import { ana, iris } from '../testing/people.ts'
import type { Sample } from './samples.ts'

export const stockedBodies: Record<string, object> = {
  'PATCH /stock-items/:id': { notes: 'Changed by a stranger' },
  'POST /stock-items/:id/movements': { type: 'RECEIVE', locationId: newId(), quantity: 1 },
  'POST /stock-items/:id/transfer': { fromLocationId: newId(), toLocationId: newId(), quantity: 1 },
  'POST /stock-items/:id/issue': { locationId: newId(), quantity: 1, personId: newId() },
  'POST /stock-items/:id/reserve': { requestId: newId(), locationId: newId(), quantity: 1 },
}

/** An item of a desk's, and one of it put aside for a request. */
async function kept(desk: Desk, keeper: string, requestId: string): Promise<[string, Sample][]> {
  const place = await makePlace(desk, 'Store', keeper)
  const item = await addItem(desk, { kind: 'PART' }, { at: { [place]: 3 }, who: keeper })
  const body = { requestId, locationId: place, quantity: 1 }
  const { data } = await desk.as(keeper).call(stock.reserve, { params: { id: item.id }, body })
  return [
    ['/stock-items/:id', { ids: { id: item.id } }],
    ['/stock-reservations/:id', { ids: { id: data.reservation.id } }],
  ]
}

/** In both companies, each for a request of its own. */
export const stocked = async (desk: Desk, requestIds: { ours: string; theirs: string }) => ({
  ours: await kept(desk, ana, requestIds.ours),
  theirs: await kept(desk, iris, requestIds.theirs),
})

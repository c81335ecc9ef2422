import { stock } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadKept, readPlace } from '../access.ts'
import { between } from '../rules.ts'
import { mustBeThere } from './book.ts'
import { done } from './done.ts'

export const transfer = handle(stock.transfer, async (inside) => {
  const { tx, body } = inside
  const item = await loadKept({ ...inside, ifMatch: null }, inside.params.id)
  const from = await readPlace(tx, body.fromLocationId, { field: 'fromLocationId' })
  const to = await readPlace(tx, body.toLocationId, { field: 'toLocationId', into: true })
  await mustBeThere(tx, item, from, body.quantity)
  return done(
    inside,
    item,
    { kind: 'TRANSFER', quantity: body.quantity, note: body.note },
    between(
      { account: 'PLACE', locationId: from.id },
      { account: 'PLACE', locationId: to.id },
      body.quantity,
    ),
  )
})

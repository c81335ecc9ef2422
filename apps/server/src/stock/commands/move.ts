import { type StockDeed, stock } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { about, type ItemRecord, loadKept, readPlace, readReceiver } from '../access.ts'
import { between, issuedTo } from '../rules.ts'
import { words } from '../words.ts'
import { balanceOf, book, mustBeThere } from './book.ts'
import { type Deed, done } from './done.ts'
import { giveOut, named } from './giveOut.ts'

type Arrival = { locationId: string; quantity: number }
type Of<Type extends StockDeed['type']> = Extract<StockDeed, { type: Type }>

export const move = handle(stock.move, async (inside) => {
  const item = await loadKept({ ...inside, ifMatch: null }, inside.params.id)
  const { body } = inside
  switch (body.type) {
    case 'RECEIVE':
      return receive(inside, item, body)
    case 'ISSUE':
      return giveOut(inside, item, body)
    case 'RETURN':
      return takeBack(inside, item, body)
    case 'ADJUST':
      return adjust(inside, item, body)
  }
})

async function receive(deed: Deed, item: ItemRecord, said: Of<'RECEIVE'>) {
  const { quantity, note } = said
  return done(deed, item, { kind: 'RECEIVE', quantity, note }, await arriving(deed.tx, item, said))
}

async function arriving(tx: Tx, item: ItemRecord, { locationId, quantity }: Arrival) {
  if (!item.isActive) throw new Stop('state', words.retired(item.name))
  const place = await readPlace(tx, locationId, { into: true })
  return between({ account: 'SUPPLIER' }, { account: 'PLACE', locationId: place.id }, quantity)
}

/** Receives units as a part of another deed, whose operation its record has; they are taken back with that alone. */
export async function receiveWithin(deed: Deed, itemId: string, arrival: Arrival): Promise<void> {
  const item = await loadKept({ ...deed, ifMatch: null }, itemId)
  const { quantity } = arrival
  const lines = await arriving(deed.tx, item, arrival)
  const movementId = await book(deed, item, { kind: 'RECEIVE', quantity }, lines)
  deed.record('stock_item.received', about(item), { movementId, quantity })
}

async function takeBack(deed: Deed, item: ItemRecord, said: Of<'RETURN'>) {
  const { locationId, quantity, note } = said
  if (item.kind === 'CONSUMABLE') throw new Stop('state', words.usedUp)
  const place = await readPlace(deed.tx, locationId, { into: true })
  const holder = await readReceiver(deed.tx, said, { gets: false })
  const held = issuedTo(item.kind, holder)
  const has = await balanceOf(deed.tx, item.id, held)
  if (has < quantity) throw refuseField('quantity', words.hasOnly(holder.name, has))
  return done(
    deed,
    item,
    { kind: 'RETURN', quantity, note, ...named(holder) },
    between(held, { account: 'PLACE', locationId: place.id }, quantity),
  )
}

async function adjust(deed: Deed, item: ItemRecord, { locationId, change, reason }: Of<'ADJUST'>) {
  const place = await readPlace(deed.tx, locationId)
  const there = { account: 'PLACE', locationId: place.id } as const
  if (change < 0) await mustBeThere(deed.tx, item, place, -change)
  return done(
    deed,
    item,
    { kind: 'ADJUST', quantity: Math.abs(change), note: reason },
    between({ account: 'ADJUSTMENT' }, there, change),
  )
}

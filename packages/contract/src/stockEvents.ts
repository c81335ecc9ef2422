import * as z from 'zod'
import { event, uuid } from './kit.ts'

const moved = z.strictObject({ movementId: uuid, quantity: z.int() })
const none = z.strictObject({})
export const stockEvents = {
  'stock_item.added': event('staff', '{actor} added the item {ref}', none),
  'stock_item.changed': event('staff', '{actor} changed the item {ref}', none),
  'stock_item.retired': event('staff', '{actor} retired the item {ref}', none),
  'stock_item.received': event('staff', '{actor} received some of {ref}', moved),
  'stock_item.issued': event('staff', '{actor} issued some of {ref}', moved),
  'stock_item.returned': event('staff', '{actor} took some of {ref} back', moved),
  'stock_item.adjusted': event('staff', '{actor} adjusted how many there are of {ref}', moved),
  'stock_item.transferred': event('staff', '{actor} moved some of {ref} to another place', moved),
  // Of which request is said by the request's own history: it may be confidential.
  'stock_item.reserved': event(
    'staff',
    '{actor} reserved some of {ref} for a request',
    z.strictObject({ reservationId: uuid, movementId: uuid.nullable(), quantity: z.int() }),
  ),
  'stock_item.released': event(
    'staff',
    '{actor} gave up a reservation of {ref}',
    z.strictObject({ reservationId: uuid, movementId: uuid.nullable(), quantity: z.int() }),
  ),
  'stock_item.movement_undone': event('staff', '{actor} took back a movement of {ref}', moved),
  /** Of which request is said by the request itself. */
  'stock_item.reordered': event(
    'staff',
    '{actor} asked Finance for more of {ref}',
    z.strictObject({ quantity: z.int() }),
  ),
  'stock.drifted': event(
    'nobody',
    'The nightly recount of stock found balances that are not what their lines say',
    z.strictObject({ count: z.int(), items: z.array(z.string()) }),
  ),
}

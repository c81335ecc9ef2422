import { clock } from '../../platform/clock/clock.ts'
import { isUuid } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { type ItemRecord, readPlace, readReceiver } from '../access.ts'
import { between, issuedTo } from '../rules.ts'
import { words } from '../words.ts'
import { mustBeThere } from './book.ts'
import { type Deed, done } from './done.ts'

type Said = {
  locationId: string
  quantity: number
  personId?: string | undefined
  assetId?: string | undefined
  requestId?: string | undefined
  note?: string | undefined
}

/** Gives free units of a locked item out: a consumable is used up, anything else is with who or what got it. */
export async function giveOut(deed: Deed, item: ItemRecord, said: Said) {
  const { locationId, quantity, requestId, note } = said
  const place = await readPlace(deed.tx, locationId)
  const receiver = await readReceiver(deed.tx, said, { gets: true })
  if (requestId) await mustSeeRequest(deed, requestId)
  await mustBeThere(deed.tx, item, place, quantity)
  return done(
    deed,
    item,
    { kind: 'ISSUE', quantity, note, requestId, ...named(receiver) },
    between({ account: 'PLACE', locationId: place.id }, issuedTo(item.kind, receiver), quantity),
  )
}

export const named = ({ kind, id }: { kind: 'person' | 'thing'; id: string }) => ({
  personId: kind === 'person' ? id : null,
  assetId: kind === 'thing' ? id : null,
})

async function mustSeeRequest({ tx, actor }: Deed, id: string): Promise<void> {
  const [request] = isUuid(id)
    ? await tx.query<{ id: string }>(
        `select r.id from app.requests r where r.company_id = $1 and r.id = $2 and r.deleted_at is null
           and ($3 or r.service_desk_id = any ($4::uuid[]))`,
        [tx.whose.companyId, id, actor.permissions.has('requests.read_all'), [...actor.desks.keys()]],
      )
    : []
  if (!request) throw refuseField('requestId', words.noSuchRequest)
}

/** What was put aside for a request goes out; the reservation is over. */
export async function giveReserved(
  deed: Deed,
  item: ItemRecord,
  reservationId: string,
  said: Pick<Said, 'personId' | 'assetId' | 'note'>,
) {
  const { tx } = deed
  const [reservation] = await tx.query<Reserved>(takeReserved, [tx.whose.companyId, reservationId, item.id])
  if (!reservation) throw refuseField('reservationId', words.noSuchReservation)
  const { state, locationId, quantity, requestId } = reservation
  if (state !== 'READY') throw new Stop('conflict', words.ended[state])
  const receiver = await readReceiver(tx, said, { gets: true })
  await tx.run(
    `update app.stock_reservations set state = 'ISSUED', ended_at = $3 where company_id = $1 and id = $2`,
    [tx.whose.companyId, reservationId, clock.now()],
  )
  return done(
    deed,
    item,
    { kind: 'ISSUE', quantity, note: said.note, requestId, reservationId, ...named(receiver) },
    between({ account: 'RESERVED', locationId }, issuedTo(item.kind, receiver), quantity),
  )
}

type Reserved = {
  state: 'WAITING' | 'READY' | 'ISSUED' | 'RELEASED'
  locationId: string
  quantity: number
  requestId: string | null
}

const takeReserved = `
  select state, location_id as "locationId", quantity, request_id as "requestId" from app.stock_reservations
  where company_id = $1 and id = $2 and item_id = $3 for update`

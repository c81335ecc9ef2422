import type { AssetReservation, Mover, ReservationState } from '@deskhand/contract'
import { isKeeper, utc } from '../assets/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import { Stop } from '../platform/stop.ts'
import { isOpen, movesFrom } from './rules.ts'
import { words } from './words.ts'

/** A reservation as commands hold it; `deskId` is of its category. */
export type ReservationRecord = Omit<AssetReservation, 'moves' | 'mayChange'> & { deskId: string | null }
/** What every change of one works with. */
export type Work = { tx: Tx; actor: Actor; record: RecordEvent }
type Inside = { tx: Tx; actor: Pick<Actor, 'companyId'>; ifMatch?: readonly string[] | null }

/** The reservation, or the same 404 for hidden and missing; row-level security says who sees it. */
export async function loadReservation(
  { tx, actor, ifMatch }: Inside,
  idText: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<ReservationRecord> {
  const id = idText.toLowerCase()
  const [reservation] = isUuid(id)
    ? await tx.query<ReservationRecord>(
        `${reservations} where r.company_id = $1 and r.id = $2 ${lock ? 'for update of r' : ''}`,
        [actor.companyId, id],
      )
    : []
  if (!reservation) throw new Stop('not_found', words.noSuchReservation)
  if (ifMatch && !ifMatch.includes(String(reservation.version)))
    throw new Stop('stale', words.stale, { current: reservation })
  return reservation
}

/** As whom this person moves it. */
export const moversOf = (
  actor: Actor,
  reservation: Pick<ReservationRecord, 'personId' | 'deskId'>,
): Mover[] => [
  ...(reservation.personId === actor.id ? (['requester'] as const) : []),
  ...(isKeeper(actor, reservation) ? (['technician'] as const) : []),
]

/** As the contract shows it to this person. */
export function shownTo(actor: Actor, record: ReservationRecord): AssetReservation {
  const { deskId: _, ...reservation } = record
  const movers = moversOf(actor, record)
  return {
    ...reservation,
    moves: movesFrom(reservation, movers),
    mayChange: movers.length > 0 && isOpen(reservation.state),
  }
}

/** A reservation as the subject of an event: heard by whoever it is for, and by the desk that keeps such things. */
export const about = ({
  id,
  name,
  assetTag,
  deskId,
  personId,
}: Pick<ReservationRecord, 'id' | 'name' | 'assetTag' | 'deskId' | 'personId'>): Subject => ({
  type: 'asset_reservation',
  id,
  ref: assetTag ? `${name} (${assetTag})` : name,
  ...(deskId && { deskId }),
  people: [personId],
})

/** What of a reservation its events change, under the names that `changes` uses. */
export type ReservationFields = {
  state: ReservationState
  assetId: string | null
  assetTag: string | null
  startsAt: string
  endsAt: string
  freeAt: string
  note: string | null
  reason: string | null
  isSetAside: boolean
  handedOutAt: string | null
  returnedAt: string | null
}

/** Rows `r` of reservations, each as `ReservationRecord`. */
export const reservations = `
  select r.id, r.state, r.asset_id as "assetId", r.asset_tag as "assetTag", r.asked, r.model_id as "modelId",
    r.category_id as "categoryId", coalesce(nullif(concat_ws(' ', f.name, m.name), ''), c.name) as name, c.icon,
    r.person_id as "personId", p.name as "personName", b.name as "reservedByName",
    ${utc('r.starts_at')} as "startsAt", ${utc('r.ends_at')} as "endsAt", ${utc('r.free_at')} as "freeAt", r.note,
    r.reason, r.is_set_aside as "isSetAside", ${utc('r.handed_out_at')} as "handedOutAt",
    ${utc('r.returned_at')} as "returnedAt", ${utc('r.created_at')} as "createdAt",
    ${utc('r.updated_at')} as "updatedAt", r.version, c.desk_id as "deskId"
  from app.asset_reservations r
  join app.asset_categories c on c.company_id = r.company_id and c.id = r.category_id
  join app.people p on p.company_id = r.company_id and p.id = r.person_id
  left join app.asset_models m on m.company_id = r.company_id and m.id = r.model_id
  left join app.manufacturers f on f.company_id = m.company_id and f.id = m.manufacturer_id
  left join app.people b on b.company_id = r.company_id and b.id = r.reserved_by_id`

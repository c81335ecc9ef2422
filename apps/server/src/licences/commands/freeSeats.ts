import type { FreedBecause } from '@deskhand/contract'
import { personOf } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import { about, type Work } from '../access.ts'

type Which =
  | { seatId: string }
  | { licenceId: string }
  | { personId: string }
  | { assetId: string }
  | { assetIds: readonly string[] }
type Freed = {
  seatId: string
  licenceId: string
  name: string
  to: string
  personId: string | null
  assetId: string | null
}

const columns = {
  seatId: 'id',
  licenceId: 'licence_id',
  personId: 'person_id',
  assetId: 'asset_id',
  assetIds: 'asset_id',
}

/** Frees these seats, as many as there are; one that is free already is left alone. Answers those that were used. */
export async function freeSeats(
  { tx, actor, record }: Work,
  which: Which,
  because: FreedBecause,
): Promise<Freed[]> {
  const [[field, named] = ['seatId', '']] = Object.entries(which)
  const ids = [named].flat()
  const column = columns[field as keyof typeof columns]
  const { companyId } = tx.whose
  // In the order of their ids, so that nobody waits for two others in a circle.
  await tx.query(
    `select from app.licences l where l.company_id = $1 and l.id in (
       select h.licence_id from app.licence_seats h where h.company_id = $1 and h.${column} = any ($2::uuid[]) and h.freed_at is null)
     order by l.id for update`,
    [companyId, ids],
  )
  const freed = await tx.query<Freed>(
    `with freed as (
       update app.licence_seats h set freed_at = $3, freed_by_id = $4, freed_because = $5
       where h.company_id = $1 and h.${column} = any ($2::uuid[]) and h.freed_at is null
       returning h.id, h.licence_id, h.person_id, h.asset_id)
     select f.id as "seatId", f.licence_id as "licenceId", l.name, f.person_id as "personId", f.asset_id as "assetId",
       coalesce(p.name, a.asset_tag, '') as "to"
     from freed f join app.licences l on l.company_id = $1 and l.id = f.licence_id
     left join app.people p on p.company_id = $1 and p.id = f.person_id
     left join app.assets a on a.company_id = $1 and a.id = f.asset_id
     order by lower(l.name), f.id`,
    [companyId, ids, clock.now(), actor ? personOf(actor) : null, because],
  )
  for (const { licenceId, name, ...seat } of freed)
    record('licence.seat_freed', about({ id: licenceId, name }), { ...seat, because })
  return freed
}

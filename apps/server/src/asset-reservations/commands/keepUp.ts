import { reservationTerms } from '@deskhand/contract'
import type { AssetRecord } from '../../assets/access.ts'
import type { Receiver } from '../../custody/rules.ts'
import { clock } from '../../platform/clock/clock.ts'
import { Stop } from '../../platform/stop.ts'
import { type ReservationRecord, reservations, type Work } from '../access.ts'
import { words } from '../words.ts'
import { holdCategories, writeReservation } from './write.ts'

const hour = 3_600_000
const personOf = (to: Receiver) => (to.kind === 'person' ? to.id : null)

type Kept = { tag: string; who: string; startsAt: Date; zone: string }

/** Stops where one of these locked things is kept for somebody else before it would be back. */
export async function mustBeUnreserved(
  { tx }: Pick<Work, 'tx'>,
  assets: readonly AssetRecord[],
  to: Receiver,
  dueAt: string | undefined,
): Promise<void> {
  await holdCategories(
    tx,
    assets.map(({ categoryId }) => categoryId),
  )
  const [kept] = await tx.query<Kept>(findKept, [
    tx.whose.companyId,
    assets.map(({ id }) => id),
    personOf(to),
    clock.now(),
    dueAt ?? null,
  ])
  if (kept) throw new Stop('state', words.keptFor(kept.tag, kept.who, kept.startsAt, kept.zone))
}

/** What was reserved for whoever gets these things now runs; `id` where it is said which one, however early. */
export async function beginReservations(
  work: Pick<Work, 'tx' | 'record'>,
  assets: readonly AssetRecord[],
  to: Receiver,
  id: string | null = null,
): Promise<void> {
  const { tx } = work
  const now = clock.now()
  const begun = await tx.query<ReservationRecord>(`${reservations} ${findBegun}`, [
    tx.whose.companyId,
    assets.map((asset) => asset.id),
    personOf(to),
    new Date(now.getTime() + reservationTerms.setAsideHours * hour),
    id,
  ])
  for (const reservation of begun) {
    // One after the other, since each may be refused: two tries of one transaction do not go side by side.
    await writeReservation(
      work,
      reservation,
      {
        state: 'ONGOING',
        isSetAside: false,
        handedOutAt: now.toISOString(),
        // Whoever gets it earlier has it from then on.
        startsAt: new Date(Math.min(now.getTime(), Date.parse(reservation.startsAt))).toISOString(),
      },
      { name: 'asset_reservation.moved' },
    )
  }
}

/** What was lent with these things is over. */
export async function completeReservations(
  work: Pick<Work, 'tx' | 'record'>,
  assetIds: readonly string[],
): Promise<void> {
  const { tx } = work
  const returnedAt = clock.now().toISOString()
  const out = await tx.query<ReservationRecord>(
    `${reservations} where r.company_id = $1 and r.asset_id = any ($2::uuid[]) and r.state in ('ONGOING', 'OVERDUE')
     order by r.id for update of r`,
    [tx.whose.companyId, assetIds],
  )
  await Promise.all(
    out.map((reservation) =>
      writeReservation(
        work,
        reservation,
        { state: 'COMPLETE', returnedAt },
        { name: 'asset_reservation.moved' },
      ),
    ),
  )
}

const findKept = `
  select a.asset_tag as tag, p.name as who, r.starts_at as "startsAt", c.zone
  from app.asset_reservations r
  join app.assets a on a.company_id = r.company_id and a.id = r.asset_id
  join app.people p on p.company_id = r.company_id and p.id = r.person_id
  join app.companies c on c.company_id = r.company_id
  where r.company_id = $1 and r.asset_id = any ($2::uuid[]) and r.state in ('REQUESTED', 'RESERVED')
    and r.person_id is distinct from $3::uuid and r.blocked && case when $5::timestamptz <= $4 then 'empty' else tstzrange($4, $5) end
  order by r.starts_at limit 1`

// The next one of each thing alone: what is reserved for later is for later.
const findBegun = `
  where r.company_id = $1 and r.state = 'RESERVED' and r.person_id = $3::uuid and r.id in (
    select distinct on (n.asset_id) n.id from app.asset_reservations n
    where n.company_id = $1 and n.asset_id = any ($2::uuid[]) and n.state = 'RESERVED' and n.person_id = $3::uuid
      and (n.id = $5::uuid or ($5::uuid is null and n.starts_at <= $4))
    order by n.asset_id, n.starts_at)
  order by r.id for update of r`

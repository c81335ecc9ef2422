import { reservationTerms } from '@deskhand/contract'
import type { Schedule, Work } from '../platform/jobs/reaction.ts'
import { type ReservationRecord, reservations } from './access.ts'
import { settle } from './commands/settle.ts'
import { writeReservation } from './commands/write.ts'

/** So many at once; the next run takes the rest. */
const batch = 100
const hour = 3_600_000
type Run = Work & { now: Date }
const hoursFrom = (now: Date, hours: number) => new Date(now.getTime() + hours * hour)

/** What is collected soon lies ready. */
async function prepare({ tx, record, companyId, now }: Run): Promise<void> {
  const due = await tx.query<{ assetId: string }>(
    `select distinct r.asset_id as "assetId" from app.asset_reservations r
     join app.assets a on a.company_id = r.company_id and a.id = r.asset_id
     where r.company_id = $1 and r.state = 'RESERVED' and r.starts_at <= $2 and not r.is_set_aside
       and a.status = 'IN_STOCK' and a.sub_status = 'AVAILABLE' limit ${batch}`,
    [companyId, hoursFrom(now, reservationTerms.setAsideHours)],
  )
  await settle(
    { tx, record, companyId },
    due.map(({ assetId }) => assetId),
  )
}

/** What nobody collected or confirmed in time keeps its thing no longer. */
async function expire({ tx, record, companyId, now }: Run): Promise<void> {
  const over = await tx.query<ReservationRecord>(
    `${reservations} where r.company_id = $1 and (r.state in ('DRAFT', 'REQUESTED', 'RESERVED') and r.ends_at <= $2
       or r.state in ('REQUESTED', 'RESERVED') and r.starts_at <= $3)
     order by r.id limit ${batch} for update of r`,
    [companyId, now, hoursFrom(now, -reservationTerms.collectHours)],
  )
  await Promise.all(
    over.map((one) =>
      writeReservation({ tx, record }, one, { state: 'EXPIRED' }, { name: 'asset_reservation.moved' }),
    ),
  )
}

/** What was to come back: first whoever has it hears of it, and a day later the desk. */
async function chase({ tx, record, companyId, now }: Run): Promise<void> {
  const late = await tx.query<ReservationRecord>(
    `${reservations} where r.company_id = $1 and (r.state = 'ONGOING' and r.ends_at <= $2
       or r.state = 'OVERDUE' and r.desk_chased_at is null and r.ends_at <= $3)
     order by r.id limit ${batch} for update of r`,
    [companyId, now, hoursFrom(now, -reservationTerms.deskHearsAfterHours)],
  )
  const fresh = late.filter(({ state }) => state === 'ONGOING')
  const old = late.filter(({ state }) => state === 'OVERDUE')
  await tx.run(
    `update app.asset_reservations set
       holder_chased_at = case when id = any ($3::uuid[]) then $2 else holder_chased_at end,
       desk_chased_at = case when id = any ($3::uuid[]) then null else $2 end
     where company_id = $1 and id = any ($3::uuid[] || $4::uuid[])`,
    [companyId, now, fresh.map(({ id }) => id), old.map(({ id }) => id)],
  )
  const inside = { tx, record }
  await Promise.all([
    ...fresh.map(async (one) => {
      const overdue = await writeReservation(
        inside,
        one,
        { state: 'OVERDUE' },
        { name: 'asset_reservation.moved' },
      )
      await writeReservation(inside, overdue, {}, { name: 'asset_reservation.chased', whom: 'HOLDER' })
    }),
    ...old.map((one) =>
      writeReservation(inside, one, {}, { name: 'asset_reservation.chased', whom: 'DESK' }),
    ),
  ])
}

export const schedules: Schedule[] = [
  { name: 'asset_reservations.prepare', cron: '*/10 * * * *', run: prepare },
  { name: 'asset_reservations.expire', cron: '5,15,25,35,45,55 * * * *', run: expire },
  { name: 'asset_reservations.chase', cron: '7,17,27,37,47,57 * * * *', run: chase },
]

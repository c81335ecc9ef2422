import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** Stops where the last day of a stock-take is past, by the clock of the company. */
export async function mustBeAhead(tx: Tx, dueOn: string | null | undefined): Promise<void> {
  if (!dueOn) return
  const [row] = await tx.query<{ isPast: boolean }>(
    `select $3::date < ($2::timestamptz at time zone zone)::date as "isPast" from app.companies where company_id = $1`,
    [tx.whose.companyId, clock.now(), dueOn],
  )
  if (row?.isPast) throw refuseField('dueOn', words.isPast)
}

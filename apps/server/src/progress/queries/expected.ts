import {
  afterBusinessTime,
  type BusinessCalendar,
  businessTimeBetween,
} from '../../platform/clock/businessTime.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { expectedAfter } from '../rules.ts'

export type Curve = { basis: 'type' | 'desk'; count: number; quantiles: number[] }

/** What was learnt of requests of this kind, or else of this desk; null where that is too little. */
export async function readCurve(tx: Tx, typeId: string | null, deskId: string): Promise<Curve | null> {
  const [curve = null] = await tx.query<Curve>(
    `select basis, sample_count as count, quantiles from app.finish_curves
     where company_id = $1 and basis_id in ($2, $3) order by basis desc limit 1`,
    [tx.whose.companyId, typeId, deskId],
  )
  return curve
}

/** By when half and nine tenths of such requests are done; null where this one takes longer than nearly all. */
export function expectedFor(
  createdAt: Date,
  now: Date,
  { basis, count, quantiles }: Curve,
  hours: BusinessCalendar,
) {
  const elapsed = businessTimeBetween(hours, +createdAt, +now) / 1000
  const range = expectedAfter(quantiles, elapsed)
  if (!range) return null
  const at = (seconds: number) => new Date(afterBusinessTime(hours, +createdAt, seconds * 1000)).toISOString()
  return { likely: at(range.likely), latest: at(range.latest), count, basis }
}

import { type PaymentBatch, payments } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { totalOf } from '../../requests/queries/cursor.ts'
import { mustPay, selectBatches } from '../access.ts'

/** The number of the last one is where the next page begins. */
export const list = handle(payments.list, async ({ tx, platform, actor, query }) => {
  await mustPay({ tx, platform, actor })
  const before = Number(query.cursor ?? '')
  const rows = await tx.query<PaymentBatch>(
    `${selectBatches} where b.company_id = $1 and ($2::int is null or b.number < $2)
     order by b.number desc limit $3`,
    [
      actor.companyId,
      Number.isInteger(before) && before > 0 ? Math.min(before, 2 ** 31 - 1) : null,
      query.limit + 1,
    ],
  )
  const data = rows.slice(0, query.limit)
  const next = rows.length > query.limit ? String(data.at(-1)?.number ?? '') : null
  return { data, page: { next, totalEstimate: totalOf(query, next, data.length) } }
})

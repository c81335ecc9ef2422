import { type Answers, isMoney, lineTotal, type Money, type PayableClaim, payments } from '@deskhand/contract'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { send } from '../../platform/db/send.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { personColumn } from '../../requests/queries/columns.ts'
import { mustPay } from '../access.ts'

type Row = Omit<PayableClaim, 'amount'> & { answers: Answers; approved: unknown }

export const payable = handle(payments.payable, async ({ tx, platform, actor }) => {
  await mustPay({ tx, platform, actor })
  return { data: await readPayable(tx, actor, sql<boolean>`true`) }
})

/**
 * Claims that were agreed to, by their approval or, without one, by what the desk noted as approved, and are neither
 * paid nor being paid. What the desk approved goes before what was claimed.
 */
export async function readPayable(tx: Tx, actor: Actor, which: RawBuilder<SqlBool>): Promise<PayableClaim[]> {
  const rows = await send<Row>(
    tx,
    sql`select r.id as "requestId", r.reference_number as "referenceNumber", r.summary,
      ${personColumn('asker')} as requester, r.requester_id = ${actor.id} as "isOwn",
      coalesce(f.facts ->> 'paymentStatus', '') = 'RETURNED' as "isReturned", r.custom_fields as answers,
      f.facts -> 'approvedAmount' as approved
    from app.requests r
    join app.request_types t on t.company_id = r.company_id and t.id = r.request_type_id and t.kind = 'EXPENSE'
    join app.people asker on asker.company_id = r.company_id and asker.id = r.requester_id
    left join app.fulfilments f on f.company_id = r.company_id and f.request_id = r.id
    where r.company_id = ${actor.companyId} and r.deleted_at is null and r.merged_into_id is null
      and r.status <> 'REJECTED' and coalesce(r.resolution_code, '') not in ('WITHDRAWN', 'DUPLICATE', 'NO_RESPONSE')
      and coalesce(f.facts ->> 'paymentStatus', 'PENDING') in ('PENDING', 'RETURNED')
      and coalesce((select a.status from app.approvals a where a.company_id = r.company_id and a.request_id = r.id
        order by a.round desc limit 1), case when f.facts ? 'approvedAmount' then 'APPROVED' end) = 'APPROVED'
      and ${which}
    order by r.created_at, r.id limit 500`,
  )
  return rows.flatMap(({ answers, approved, ...claim }) => {
    const amount = amountOf(answers, approved)
    return amount && BigInt(amount.amount) > 0n ? [{ ...claim, amount }] : []
  })
}

const amountOf = (answers: Answers, approved: unknown): Money | null =>
  isMoney(approved) ? approved : lineTotal(answers['lineItems'], 'amount')

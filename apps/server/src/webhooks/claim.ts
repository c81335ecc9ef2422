import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { Outcome } from './rules.ts'
import { words } from './words.ts'

/** Longer than the longest that a call may take. */
const lease = '60 seconds'

export type Claimed = {
  webhookId: string
  name: string
  url: string
  body: string
  /** The secret, and the one before it while that signs too. */
  sealed: Buffer[]
  /** Which try this is: what proves, afterwards, that the claim is still ours. */
  attempts: number
}

type Row = Claimed & { isActive: boolean; ref: string | null; isConfidential: boolean; isGone: boolean }

/**
 * Takes a waiting delivery for a while. Null when there is nothing to send any more, also because what it is about may
 * not leave by now; throws when another worker has it, so that somebody looks again should that one die.
 */
export async function claim(tx: Tx, id: string): Promise<Claimed | null> {
  const { companyId } = tx.whose
  const [row] = await tx.query<Row>(
    `update app.webhook_deliveries d set claimed_until = now() + interval '${lease}', attempts = d.attempts + 1,
       tried_at = $3
     from app.webhooks w
     where d.company_id = $1 and d.id = $2 and d.state = 'WAITING' and (d.claimed_until is null or d.claimed_until < now())
       and w.company_id = d.company_id and w.id = d.webhook_id
     returning w.id as "webhookId", w.name, w.url, d.body, d.attempts, w.is_active as "isActive",
       array_remove(array[w.sealed, case when w.old_until > $3 then w.old_sealed end], null) as sealed,
       (select r.reference_number from app.requests r where r.company_id = d.company_id and r.id = d.request_id) as ref,
       exists (select from app.requests r
         where r.company_id = d.company_id and r.id = d.request_id and r.is_confidential) as "isConfidential",
       exists (select from app.requests r
         where r.company_id = d.company_id and r.id = d.request_id and r.deleted_at is not null) as "isGone"`,
    [companyId, id, clock.now()],
  )
  if (!row) {
    const [other] = await tx.query(
      `select from app.webhook_deliveries where company_id = $1 and id = $2 and state = 'WAITING'`,
      [companyId, id],
    )
    if (other) throw new Error('Another worker is sending this.')
    return null
  }
  const { isActive, isConfidential, isGone, ref, ...claimed } = row
  const held = isActive ? null : words.wasOff
  const barred = isConfidential ? words.confidential(ref ?? '') : isGone ? words.gone(ref ?? '') : null
  if (!held && !barred) return claimed
  await tx.run(
    `update app.webhook_deliveries set state = $3, error = $4, claimed_until = null where company_id = $1 and id = $2`,
    [companyId, id, barred ? 'FAILED' : 'HELD', barred ?? held],
  )
  return null
}

/** How a try ended, where the claim is still ours. */
export async function keepOutcome(
  tx: Tx,
  id: string,
  attempts: number,
  { status, answer, error, state }: Outcome & { state: 'SENT' | 'WAITING' | 'FAILED' },
): Promise<boolean> {
  const { rowCount } = await tx.run(
    `update app.webhook_deliveries set state = $4, status = $5, answer = $6, error = $7, claimed_until = null,
       sent_at = case when $4 = 'SENT' then $8::timestamptz end
     where company_id = $1 and id = $2 and attempts = $3 and state = 'WAITING'`,
    [tx.whose.companyId, id, attempts, state, status, answer, error, clock.now()],
  )
  return rowCount === 1
}

/** That it works again; where it never failed, nothing is written. */
export const calm = (tx: Tx, webhookId: string) =>
  tx.run(
    `update app.webhooks set failing_since = null, failures = 0
     where company_id = $1 and id = $2 and failing_since is not null`,
    [tx.whose.companyId, webhookId],
  )

/** One failure more; since when it fails, and how often it has. */
export async function countFailure(
  tx: Tx,
  webhookId: string,
): Promise<{ failingSince: Date; failures: number } | undefined> {
  const [row] = await tx.query<{ failingSince: Date; failures: number }>(
    `update app.webhooks set failing_since = coalesce(failing_since, $3), failures = failures + 1
     where company_id = $1 and id = $2 and is_active
     returning failing_since as "failingSince", failures`,
    [tx.whose.companyId, webhookId, clock.now()],
  )
  return row
}

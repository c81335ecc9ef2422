import type { MailKind } from '@deskhand/contract'
import type { z } from 'zod'
import type { Tx } from '../platform/db/transaction.ts'

/** Longer than the longest that sending may take. */
const lease = '90 seconds'

export type ClaimedMail = {
  kind: z.output<typeof MailKind>
  personId: string | null
  to: string
  subject: string
  messageId: string
  inReplyTo: string | null
  data: Record<string, unknown>
  sealed: Buffer | null
  zone: string
  /** Which try this is: what proves, afterwards, that the claim is still ours. */
  attempts: number
}

/**
 * Takes a waiting mail for a while. Null when there is nothing to send any more; throws when another worker
 * has it, so that somebody looks again should that one die.
 */
export async function claim(tx: Tx, id: string): Promise<ClaimedMail | null> {
  const [mail] = await tx.query<ClaimedMail>(
    `update app.mails m set claimed_until = now() + interval '${lease}', attempts = attempts + 1
     where company_id = $1 and id = $2 and state = 'WAITING' and (claimed_until is null or claimed_until < now())
     returning kind, person_id as "personId", to_address as "to", subject, message_id as "messageId", in_reply_to as "inReplyTo", data, sealed,
       attempts, (select c.zone from app.companies c where c.company_id = m.company_id) as zone`,
    [tx.whose.companyId, id],
  )
  if (mail) return mail
  const [other] = await tx.query(
    `select from app.mails where company_id = $1 and id = $2 and state = 'WAITING'`,
    [tx.whose.companyId, id],
  )
  if (other) throw new Error('Another worker is sending this mail.')
  return null
}

/** No mail server: the mail stays, to be looked at and perhaps sent later. Tells whether it was still waiting. */
export async function keep(tx: Tx, id: string): Promise<boolean> {
  const { rowCount } = await tx.run(
    `update app.mails set state = 'KEPT', claimed_until = null where company_id = $1 and id = $2 and state = 'WAITING'`,
    [tx.whose.companyId, id],
  )
  return rowCount === 1
}

/** It is out: what it held has done its part and is forgotten. */
export async function markSent(tx: Tx, id: string, attempts: number): Promise<void> {
  await tx.run(
    `update app.mails set state = 'SENT', sent_at = now(), claimed_until = null, error = null, sealed = null, data = '{}'
     where company_id = $1 and id = $2 and attempts = $3`,
    [tx.whose.companyId, id, attempts],
  )
}

/** It is not out: free for the next try, or given up. */
export async function giveBack(
  tx: Tx,
  id: string,
  attempts: number,
  reason: string,
  isFinal: boolean,
): Promise<void> {
  await tx.run(
    `update app.mails set claimed_until = null, error = $4, state = case when $5 then 'FAILED' else state end
     where company_id = $1 and id = $2 and attempts = $3 and state = 'WAITING'`,
    [tx.whose.companyId, id, attempts, reason, isFinal],
  )
}

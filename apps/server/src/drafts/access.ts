import type { Tx } from '../platform/db/transaction.ts'

/** Drops somebody's draft of this kind, one that is older than `until` where that is said. */
export async function drop(
  tx: Tx,
  requestId: string | null,
  personId: string | null,
  kind: 'reply' | 'note',
  until: Date | null = null,
): Promise<void> {
  await tx.run(
    `delete from app.reply_drafts where company_id = $1 and request_id = $2 and person_id = $3 and kind = $4
       and ($5::timestamptz is null or updated_at <= $5)`,
    [tx.whose.companyId, requestId, personId, kind, until],
  )
}

import type { Tx } from '../platform/db/transaction.ts'

/** A reply with what its author sets under theirs; whoever asked writes without. */
export async function signed(
  tx: Tx,
  { companyId, actorId, byRequester }: { companyId: string; actorId: string | null; byRequester: boolean },
  text: string,
): Promise<string> {
  if (byRequester || !actorId) return text
  const [author] = await tx.query<{ signature: string | null }>(
    `select nullif(trim(preferences ->> 'signature'), '') as signature from app.people where company_id = $1 and id = $2`,
    [companyId, actorId],
  )
  return author?.signature ? `${text}\n\n${author.signature}` : text
}

import { endTokens, makeToken, tokenLife } from '../identity/oneTimeTokens.ts'
import type { Tx } from '../platform/db/transaction.ts'
import type { RecordEvent } from '../platform/log/record.ts'
import { queueMail } from '../platform/mail/queue.ts'
import type { Platform } from '../platform/platform.ts'
import { about, type PersonRecord } from './access.ts'
import { words } from './words.ts'

/**
 * Mails the way into the company; an earlier one no longer works. Looks the same whether the address has an
 * account elsewhere or none: only its owner learns that, from the page behind the link.
 */
export async function sendInvitation(
  platform: Platform,
  { tx, record }: { tx: Tx; record: RecordEvent },
  person: Pick<PersonRecord, 'id' | 'accountId' | 'email' | 'name'>,
  invitedBy: string,
): Promise<void> {
  const companyId = tx.whose.companyId ?? ''
  await endTokens(tx, person.accountId, ['invitation'], companyId)
  const [[company], { id, token }] = await Promise.all([
    tx.query<{ name: string }>('select name from app.companies where company_id = $1', [companyId]),
    makeToken(tx, { purpose: 'invitation', accountId: person.accountId, companyId }),
  ])
  record('person.invited', about(person), {})
  await queueMail(
    platform,
    { tx, record },
    {
      kind: 'invitation',
      cause: `token:${id}`,
      to: person.email,
      personId: person.id,
      subject: words.mails.invitation(company?.name ?? ''),
      data: { name: person.name, company: company?.name, invitedBy, days: tokenLife.invitation / 86_400 },
      secrets: { link: `${platform.config.url}/invite#token=${token}` },
    },
  )
}

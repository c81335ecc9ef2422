import type { EscalationPolicy } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { policyRow } from './queries/columns.ts'
import { words } from './words.ts'

/** An escalation policy of the company; `lock` holds it until the commit. */
export async function loadEscalation(
  tx: Tx,
  id: string,
  { lock = false, ifMatch = null }: { lock?: boolean; ifMatch?: readonly string[] | null } = {},
): Promise<EscalationPolicy> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<{ policy: EscalationPolicy }>(
        `select ${policyRow} as policy from app.escalation_policies e
         where e.company_id = $1 and e.id = $2 ${lock ? 'for update of e' : ''}`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchPolicy)
  if (ifMatch && !ifMatch.includes(String(row.policy.version)))
    throw new Stop('stale', words.stale, { current: row.policy })
  return row.policy
}

export const about = ({ id, name }: Pick<EscalationPolicy, 'id' | 'name'>): Subject => ({
  type: 'escalation_policy',
  id,
  ref: name,
})

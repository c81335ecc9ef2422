import { PolicyDefinition } from '@deskhand/contract'
import { readRates } from '../exchange-rates/access.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { misfit, type Sample } from './rules.ts'
import { words } from './words.ts'

export type PolicyRecord = {
  id: string
  name: string
  place: number
  isActive: boolean
  retiredAt: Date | null
  version: number
  definition: PolicyDefinition
}

const columns = `p.id, p.name, p.place, p.is_active as "isActive", p.retired_at as "retiredAt", p.version, v.definition`
const sources = `app.approval_policies p join app.approval_policy_versions v
  on v.company_id = p.company_id and v.policy_id = p.id and v.version = p.version`

/** Older definitions lack what later ones say; the contract's defaults fill it in. */
const whole = (row: PolicyRecord): PolicyRecord => ({
  ...row,
  definition: PolicyDefinition.parse(row.definition),
})

/** The policy, or the same 404 for missing and another company's; `lock` holds it until commit. */
export async function loadPolicy(
  tx: Tx,
  idText: string,
  { lock = false, ifMatch = null }: { lock?: boolean; ifMatch?: readonly string[] | null } = {},
): Promise<PolicyRecord> {
  const id = idText.toLowerCase()
  const [row] = isUuid(id)
    ? await tx.query<PolicyRecord>(
        `select ${columns} from ${sources} where p.company_id = $1 and p.id = $2 ${lock ? 'for update of p' : ''}`,
        [tx.whose.companyId, id],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchPolicy)
  if (ifMatch && !ifMatch.includes(String(row.version))) throw new Stop('stale', words.stale)
  if (lock && row.retiredAt) throw new Stop('state', words.retired)
  return whole(row)
}

/** The active policies, in the order in which they are tried. */
export async function activePolicies(tx: Tx): Promise<PolicyRecord[]> {
  const rows = await tx.query<PolicyRecord>(
    `select ${columns} from ${sources} where p.company_id = $1 and p.is_active and p.retired_at is null
     order by p.place, p.id`,
    [tx.whose.companyId],
  )
  return rows.map(whole)
}

/**
 * Which policy applies: the first that fits. `isKnown` tells whether any policy speaks of this kind of request at
 * all, whatever its limits.
 */
export async function policyFor(
  tx: Tx,
  sample: Sample,
): Promise<{ policy: PolicyRecord | null; isKnown: boolean }> {
  const policies = await activePolicies(tx)
  if (policies.length === 0) return { policy: null, isKnown: false }
  const rates = await readRates(tx)
  const fits = policies.find(({ definition }) => misfit(definition.conditions, sample, rates) === null)
  const isKnown = policies.some(({ definition }) =>
    definition.conditions.requestTypeIds.includes(sample.requestTypeId ?? ''),
  )
  return { policy: fits ?? null, isKnown }
}

/** One version of a policy, as a round began with it. */
export async function policyVersion(
  tx: Tx,
  policyId: string,
  version: number,
): Promise<{ name: string; definition: PolicyDefinition }> {
  const [row] = await tx.query<{ name: string; definition: unknown }>(
    `select p.name, v.definition from app.approval_policies p
     join app.approval_policy_versions v on v.company_id = p.company_id and v.policy_id = p.id and v.version = $3
     where p.company_id = $1 and p.id = $2`,
    [tx.whose.companyId, policyId, version],
  )
  if (!row) throw new Error('A round without its policy.')
  return { name: row.name, definition: PolicyDefinition.parse(row.definition) }
}

/** The policy as the subject of an event. */
export const about = ({ id, name }: Pick<PolicyRecord, 'id' | 'name'>): Subject => ({
  type: 'approval_policy',
  id,
  ref: name,
})

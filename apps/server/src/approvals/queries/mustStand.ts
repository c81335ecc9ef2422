import { policyFor, policyVersion } from '../../approval-policies/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import type { RequestRecord } from '../../requests/access.ts'
import { sampleOf } from '../access.ts'
import { type Bound, boundOf, isStill } from '../fingerprint.ts'
import { words } from '../words.ts'

/**
 * Refuses where a locked request is not any more what was approved and has to be asked anew: whoever changes it and at
 * once orders or resolves it is faster than the reaction that voids the approval. By the measure of that reaction.
 */
export async function mustStand(tx: Tx, request: RequestRecord): Promise<void> {
  const [round] = await tx.query<Latest>(latest, [request.companyId, request.id])
  if (round?.status !== 'APPROVED') return
  const { definition } = await policyVersion(tx, round.policyId, round.policyVersion)
  if (isStill(round.bound, boundOf(request, definition), definition.tolerancePercent)) return
  // Less than what needs anybody's leave: what was said stands.
  if (!round.isAsked && !(await policyFor(tx, await sampleOf(tx, request))).policy) return
  throw new Stop('state', words.changedSince)
}

type Latest = { status: string; bound: Bound; policyId: string; policyVersion: number; isAsked: boolean }
const latest = `
  select status, bound, policy_id as "policyId", policy_version as "policyVersion", is_asked as "isAsked"
  from app.approvals where company_id = $1 and request_id = $2 order by round desc limit 1`

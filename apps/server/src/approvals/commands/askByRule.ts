import { activePolicies, policyFor } from '../../approval-policies/access.ts'
import { Stop } from '../../platform/stop.ts'
import type { RequestRecord } from '../../requests/access.ts'
import { sampleOf, type Work } from '../access.ts'
import { begin } from '../begin.ts'
import { readRound } from '../storeRound.ts'
import { words } from '../words.ts'

/**
 * Begins a round by this policy on a locked request, whether or not it fits by itself. Where somebody is being asked, has
 * agreed by it, or another policy asks by itself, there is nothing to do: a rule takes the place of none.
 */
export async function askByRule(work: Work, request: RequestRecord, policyId: string): Promise<void> {
  const policy = (await activePolicies(work.tx)).find(({ id }) => id === policyId)
  if (!policy) throw new Stop('rule', words.notInUse)
  if (request.status === 'RESOLVED' || request.status === 'REJECTED') throw new Stop('state', words.isOver)
  const before = await readRound(work.tx, { requestId: request.id })
  if (before?.status === 'PENDING') return
  if (before?.status === 'APPROVED' && before.policyId === policy.id) return
  const sample = await sampleOf(work.tx, request)
  if (!before && (await policyFor(work.tx, sample)).policy) return
  await begin(work, { request, policy, sample, before, isAsked: true })
}

import { escalationPolicies } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadEscalation } from '../access.ts'
import { words } from '../words.ts'

export const remove = handle(escalationPolicies.remove, async ({ tx, actor, params, ifMatch, record }) => {
  const { id } = await loadEscalation(tx, params.id, { lock: true, ifMatch })
  // Whoever went by it while the lock was waited for is seen only now.
  const policy = await loadEscalation(tx, id)
  if (policy.usedBy.length > 0) throw new Stop('conflict', words.inUse(policy.usedBy.map(({ name }) => name)))
  // What is retired names it no more; what it did stays with the requests.
  await tx.run(
    `update app.sla_policies set escalation_policy_id = null where company_id = $1 and escalation_policy_id = $2`,
    [actor.companyId, policy.id],
  )
  await tx.run('delete from app.escalation_policies where company_id = $1 and id = $2', [
    actor.companyId,
    policy.id,
  ])
  record('escalation_policy.removed', about(policy), {})
  return {}
})

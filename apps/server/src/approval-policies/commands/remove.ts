import { approvalPolicies } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, loadPolicy } from '../access.ts'

/** It stays for the rounds that were asked by it. */
export const remove = handle(approvalPolicies.remove, async ({ tx, actor, params, ifMatch, record }) => {
  const policy = await loadPolicy(tx, params.id, { lock: true, ifMatch })
  await tx.run(
    `update app.approval_policies set retired_at = $3, is_active = false, updated_at = $3
     where company_id = $1 and id = $2`,
    [actor.companyId, policy.id, clock.now()],
  )
  record('approval_policy.retired', about(policy), {})
  return {}
})

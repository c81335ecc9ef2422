import { floorPlans } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, loadPlan } from '../access.ts'

/** Nobody puts a pin on it any more; those that are there still show where. */
export const remove = handle(floorPlans.remove, async ({ tx, actor, params, record }) => {
  const plan = await loadPlan(tx, params.id, { lock: true })
  await tx.run('update app.floor_plans set retired_at = $3 where company_id = $1 and id = $2', [
    actor.companyId,
    plan.id,
    clock.now(),
  ])
  record('floor_plan.removed', about(plan), { siteName: plan.siteName })
  return {}
})

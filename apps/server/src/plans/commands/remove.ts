import { plans } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { aboutPlan, loadPlan } from '../access.ts'

export const remove = handle(plans.remove, async (inside) => {
  const { tx, actor, params, record } = inside
  const plan = await loadPlan(inside, params.id, { lock: true })
  await tx.run(
    'update app.request_plans set deleted_at = $3, version = version + 1 where company_id = $1 and id = $2',
    [actor.companyId, plan.id, clock.now()],
  )
  record('plan.deleted', aboutPlan(plan), { name: plan.name })
  return {}
})

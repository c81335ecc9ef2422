import { type FloorPlan, floorPlans } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { planRow, plansWithSites } from '../access.ts'

export const list = handle(floorPlans.list, async ({ tx, actor }) => {
  const rows = await tx.query<{ plan: FloorPlan }>(
    `select ${planRow} as plan from ${plansWithSites}
     where f.company_id = $1 and f.retired_at is null order by lower(b.name), lower(f.name), f.id`,
    [actor.companyId],
  )
  return { data: rows.map(({ plan }) => plan) }
})

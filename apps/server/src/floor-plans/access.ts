import type { FloorPlan } from '@deskhand/contract'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/** The contract's FloorPlan of `app.floor_plans f` and its site `b`. */
export const planRow = `json_build_object('id', f.id, 'name', f.name, 'siteId', b.id, 'siteName', b.name,
  'width', f.width, 'height', f.height)`
export const plansWithSites = `app.floor_plans f
  join app.business_units b on b.company_id = f.company_id and b.id = f.unit_id`

/** A floor plan that is in use; `lock` holds it until the commit. */
export async function loadPlan(tx: Tx, id: string, { lock = false } = {}): Promise<FloorPlan> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<{ plan: FloorPlan }>(
        `select ${planRow} as plan from ${plansWithSites}
         where f.company_id = $1 and f.id = $2 and f.retired_at is null ${lock ? 'for update of f' : ''}`,
        [tx.whose.companyId, id.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchPlan)
  return row.plan
}

export const about = ({ id, name }: Pick<FloorPlan, 'id' | 'name'>): Subject => ({
  type: 'floor_plan',
  id,
  ref: name,
})

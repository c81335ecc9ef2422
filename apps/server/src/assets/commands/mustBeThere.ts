import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import { words } from '../words.ts'

type Named = {
  locationId?: string | null | undefined
  costCenterId?: string | null | undefined
  successorId?: string | null | undefined
}

/** Stops where a place, a cost centre or a successor that is named is none of the company. */
export async function mustBeThere(tx: Tx, named: Named): Promise<void> {
  const { locationId = null, costCenterId = null, successorId = null } = named
  if (locationId === null && costCenterId === null && successorId === null) return
  const [found] = await tx.query<Record<keyof Named, boolean>>(
    `select
       exists (select from app.locations where company_id = $1 and id = $2::uuid and retired_at is null) as "locationId",
       exists (select from app.cost_centers where company_id = $1 and id = $3::uuid) as "costCenterId",
       exists (select from app.assets where company_id = $1 and id = $4::uuid and deleted_at is null) as "successorId"`,
    [tx.whose.companyId, locationId, costCenterId, successorId],
  )
  if (locationId && !found?.locationId) throw refuseField('locationId', words.noSuchPlace)
  if (costCenterId && !found?.costCenterId) throw refuseField('costCenterId', words.noSuchCostCenter)
  if (successorId && !found?.successorId) throw refuseField('successorId', words.noSuchAsset)
}

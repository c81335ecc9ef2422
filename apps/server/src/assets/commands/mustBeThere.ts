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
  // What replaces another is held, so that nobody deletes it before that is written down.
  const successor = successorId
    ? tx.query('select from app.assets where company_id = $1 and id = $2 and deleted_at is null for share', [
        tx.whose.companyId,
        successorId,
      ])
    : null
  const [found] = await tx.query<Record<'locationId' | 'costCenterId', boolean>>(
    `select
       exists (select from app.locations where company_id = $1 and id = $2::uuid and retired_at is null) as "locationId",
       exists (select from app.cost_centers where company_id = $1 and id = $3::uuid) as "costCenterId"`,
    [tx.whose.companyId, locationId, costCenterId],
  )
  if (locationId && !found?.locationId) throw refuseField('locationId', words.noSuchPlace)
  if (costCenterId && !found?.costCenterId) throw refuseField('costCenterId', words.noSuchCostCenter)
  if (successor && (await successor).length === 0) throw refuseField('successorId', words.noSuchAsset)
}

import { activeAmong } from '../../people/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import { words } from '../words.ts'

type Named = { ownerId?: string | null | undefined; softwareTitleId?: string | null | undefined }

/** Whoever looks after it works here, and the software that it is for is known. */
export async function mustBeNamed(tx: Tx, { ownerId, softwareTitleId }: Named): Promise<void> {
  const { companyId } = tx.whose
  if (ownerId && !(await activeAmong(tx, companyId ?? '', [ownerId])).has(ownerId))
    throw refuseField('ownerId', words.noSuchPerson)
  if (!softwareTitleId) return
  const known = await tx.query('select from app.software_titles where company_id = $1 and id = $2', [
    companyId,
    softwareTitleId,
  ])
  if (known.length === 0) throw refuseField('softwareTitleId', words.noSuchTitle)
}

import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { loadRequest, type RequestRecord } from '../access.ts'
import { isOpen } from '../rules.ts'
import { words } from '../words.ts'

/**
 * The request whose end a locked one is to wait for: one that the mover sees, that is not over, whose number is no secret,
 * and that does not wait for this one itself.
 */
export async function loadAwaited(
  { tx, actor }: { tx: Tx; actor: Actor },
  request: RequestRecord,
  idOrReference: string,
): Promise<RequestRecord> {
  const awaited = await loadRequest({ tx, db: tx.db, actor }, idOrReference).catch((thrown: unknown) => {
    if (thrown instanceof Stop && thrown.code === 'not_found')
      throw refuseField('waitFor', words.noSuchRequest)
    throw thrown
  })
  if (awaited.id === request.id) throw refuseField('waitFor', words.waitsForItself)
  if (awaited.isConfidential) throw refuseField('waitFor', words.awaitedSealed)
  if (!isOpen(awaited) || awaited.deletedAt)
    throw refuseField('waitFor', words.awaitedOver(awaited.referenceNumber))
  const chain = await tx.query<{ ref: string; isThis: boolean }>(chainFrom, [
    request.companyId,
    awaited.id,
    request.id,
  ])
  if (chain.some(({ isThis }) => isThis))
    throw refuseField(
      'waitFor',
      words.waitsInCircle([request.referenceNumber, ...chain.map(({ ref }) => ref)]),
    )
  return awaited
}

// Two who close a circle at once wait for each other here; a person's word then ends it.
const chainFrom = `
  with recursive chain as (
    select r.id, r.wait_for_id, r.reference_number as ref, 0 as hop from app.requests r
      where r.company_id = $1 and r.id = $2
    union all
    select r.id, r.wait_for_id, r.reference_number, c.hop + 1 from chain c
      join app.requests r on r.company_id = $1 and r.id = c.wait_for_id where c.hop < 50)
  select ref, id = $3 as "isThis" from chain order by hop`

import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about, addActivity, type RequestRecord } from '../../requests/access.ts'
import { words } from '../words.ts'

/** Tells the request that stays that another was taken out of it. */
export async function release(
  { tx, actor, record }: { tx: Tx; actor: Actor; record: RecordEvent },
  target: RequestRecord,
  { id, referenceNumber, requesterId }: Pick<RequestRecord, 'id' | 'referenceNumber' | 'requesterId'>,
): Promise<void> {
  record('request.released', about(target), { releasedId: id, releasedRef: referenceNumber })
  await addActivity(tx, target, actor, {
    activityType: 'SYSTEM',
    message: words.released(actor.name, referenceNumber),
    metadata: { event: 'released', fromReference: referenceNumber },
    isInternal: requesterId !== target.requesterId,
  })
}

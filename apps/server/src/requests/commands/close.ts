import { requests } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about, addActivities, loadRequest, mustBeAllowed, type RequestRecord } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { isRequester } from '../rules.ts'
import { words } from '../words.ts'

/** The requester confirms that it is solved, or a supervisor closes what is settled. */
export const close = handle(requests.close, async ({ tx, db, actor, params, record, ifMatch }) => {
  const request = await loadRequest({ tx, db, actor, ifMatch }, params.id, { lock: true })
  const by = isRequester(actor, request) ? 'requester' : 'supervisor'
  mustBeAllowed(by === 'requester' ? 'confirm' : 'close', actor, request)
  const closed = closeAll({ tx, record }, [request], actor, by)
  const [whole] = await Promise.all([answerWhole(tx, actor, request), closed])
  return whole
})

/** Closes locked requests that are resolved or rejected. Nobody (`null`) is the timer. */
export async function closeAll(
  { tx, record }: { tx: Tx; record: RecordEvent },
  requests: readonly RequestRecord[],
  actor: Actor | null,
  by: 'requester' | 'supervisor' | 'timer',
): Promise<void> {
  const now = clock.now()
  const written = tx.run(
    `update app.requests set closed_at = $2, updated_at = $2, updated_by_id = $3, version = version + 1
     where company_id = $1 and id = any ($4::uuid[])`,
    [tx.whose.companyId, now, actor?.id ?? null, requests.map(({ id }) => id)],
  )
  const told = addActivities(
    tx,
    actor,
    requests.map((request) => ({
      request,
      entry: {
        activityType: 'SYSTEM',
        message: words.closedBy[by](actor?.name ?? '', request.closesAfterDays),
        metadata: { event: 'closed', by },
      },
    })),
  )
  for (const request of requests) record('request.closed', about(request), {}, { closedAt: [null, now] })
  await Promise.all([written, told.written])
}

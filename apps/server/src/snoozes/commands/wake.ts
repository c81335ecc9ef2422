import { snoozes, type WokeBecause } from '@deskhand/contract'
import type { z } from 'zod'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivities, isStaff, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { answerWhole } from '../../requests/queries/whole.ts'
import { words } from '../words.ts'

export const wake = handle(snoozes.wake, async (inside) => {
  const { tx, actor, params, record } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.notStaff)
  const [sleeping] = await tx.query(
    'select from app.requests where company_id = $1 and id = $2 and snoozed_at is not null',
    [actor.companyId, request.id],
  )
  if (!sleeping) throw new Stop('state', words.awake)
  await wakeAll({ tx, record }, [request], 'PERSON', { by: actor })
  return answerWhole(tx, actor, request)
})

type Because = z.output<typeof WokeBecause>

/**
 * Wakes locked, sleeping requests. What came back by itself stands on top of the queue until somebody touches it:
 * `woke_at` is later than `updated_at`. Whoever wakes it by hand knows already.
 */
export async function wakeAll(
  { tx, record }: { tx: Tx; record: RecordEvent },
  requests: readonly RequestRecord[],
  because: Because,
  { by = null, ref = null }: { by?: Actor | null; ref?: string | null } = {},
): Promise<void> {
  if (requests.length === 0) return
  const woken = tx.run(wakeUp, [
    tx.whose.companyId,
    requests.map(({ id }) => id),
    clock.now(),
    because,
    because === 'PERSON',
  ])
  const message = words.woke[because](ref)
  const entry = { activityType: 'SYSTEM', message, isInternal: true } as const
  const { written } = addActivities(
    tx,
    by,
    requests.map((request) => ({ request, entry })),
  )
  for (const request of requests) record('request.woke', about(request), { because })
  await Promise.all([woken, written])
}

const wakeUp = `
  with awake as (
    update app.requests set snoozed_at = null, woke_at = case when $5 then null else $3::timestamptz end
    where company_id = $1 and id = any ($2::uuid[]))
  update app.request_snoozes set woke_at = $3, woke_because = $4
  where company_id = $1 and request_id = any ($2::uuid[]) and woke_at is null`

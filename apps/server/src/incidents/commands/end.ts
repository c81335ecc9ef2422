import { incidents } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import type { Work } from '../../platform/jobs/reaction.ts'
import { addActivity } from '../../requests/access.ts'
import { aboutIncident, loadLed } from '../access.ts'
import { readIncident } from '../queries/rows.ts'
import { words } from '../words.ts'
import { writeUpdate } from './update.ts'

export const end = handle(incidents.end, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const { incident, request } = await loadLed(inside, params.id)
  const { message } = body
  const updateId = message ? await writeUpdate(tx, actor, incident.id, message) : undefined
  await close(tx, request.id)
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: words.ended(actor.name, message ?? null),
    metadata: { event: 'incident_ended', ...(updateId && { updateId }) },
  })
  record('incident.ended', aboutIncident(incident), { ...(updateId && { updateId }) })
  return readIncident(tx, actor, incident.id)
})

/** What ran on a request that is done, thrown away or confidential by now is over. */
export async function endWithRequest(
  { tx, record }: Pick<Work, 'tx' | 'record'>,
  requestId: string,
): Promise<void> {
  const [over] = await tx.query<{ serviceDeskId: string }>(
    `select r.service_desk_id as "serviceDeskId" from app.requests r
     where r.company_id = $1 and r.id = $2 and (r.status in ('RESOLVED', 'REJECTED') or r.closed_at is not null
       or r.deleted_at is not null or r.is_confidential)`,
    [tx.whose.companyId, requestId],
  )
  const id = over && (await close(tx, requestId))
  if (id) record('incident.ended', aboutIncident({ id, serviceDeskId: over.serviceDeskId }), {})
}

async function close(tx: Tx, requestId: string): Promise<string | null> {
  const [ended] = await tx.query<{ id: string }>(
    `update app.incidents set ended_at = $3 where company_id = $1 and request_id = $2 and ended_at is null
     returning id`,
    [tx.whose.companyId, requestId, clock.now()],
  )
  return ended?.id ?? null
}

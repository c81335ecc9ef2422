import { incidents } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { addActivity } from '../../requests/access.ts'
import { aboutIncident, loadLed } from '../access.ts'
import { readIncident } from '../queries/rows.ts'
import { words } from '../words.ts'

/** One text for everybody who has it; inbox and mail follow from the event. */
export const update = handle(incidents.update, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const { incident, request } = await loadLed(inside, params.id)
  const updateId = await writeUpdate(tx, actor, incident.id, body.message)
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: words.updated(actor.name, body.message),
    metadata: { event: 'incident_updated', updateId },
  })
  record('incident.updated', aboutIncident(incident), { updateId })
  return readIncident(tx, actor, incident.id)
})

/** Keeps a word to everybody who has it, and answers its id. */
export async function writeUpdate(
  tx: Tx,
  actor: Actor,
  incidentId: string,
  message: string,
): Promise<string> {
  const id = newId()
  await tx.run(
    `insert into app.incident_updates (company_id, id, incident_id, message, author_id, author_name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [actor.companyId, id, incidentId, message, actor.id, actor.name, clock.now()],
  )
  return id
}

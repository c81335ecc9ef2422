import { incidents } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { aboutIncident, loadIncident } from '../access.ts'
import { readIncident } from '../queries/rows.ts'
import { words } from '../words.ts'

/** Counts the caller once; the incident is locked, so that the count is that of the lines. */
export const join = handle(incidents.join, async ({ tx, actor, params, record }) => {
  const incident = await loadIncident({ tx, actor }, params.id)
  if (incident.endedAt) throw new Stop('state', words.over)
  const [joined] = await tx.query(
    `with added as (
       insert into app.incident_affected (company_id, incident_id, person_id, created_at) values ($1, $2, $3, $4)
       on conflict do nothing returning person_id)
     update app.incidents i set affected_count = i.affected_count + 1 from added
     where i.company_id = $1 and i.id = $2 returning i.id`,
    [actor.companyId, incident.id, actor.id, clock.now()],
  )
  if (joined) record('incident.joined', aboutIncident(incident), {})
  return answer(await readIncident(tx, actor, incident.id), { unchanged: !joined })
})

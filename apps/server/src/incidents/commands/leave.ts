import { incidents } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { aboutIncident, loadIncident } from '../access.ts'
import { readIncident } from '../queries/rows.ts'
import { words } from '../words.ts'

export const leave = handle(incidents.leave, async ({ tx, actor, params, record }) => {
  const incident = await loadIncident({ tx, actor }, params.id)
  if (incident.endedAt) throw new Stop('state', words.over)
  const [left] = await tx.query(
    `with gone as (
       delete from app.incident_affected where company_id = $1 and incident_id = $2 and person_id = $3
       returning person_id)
     update app.incidents i set affected_count = i.affected_count - 1 from gone
     where i.company_id = $1 and i.id = $2 returning i.id`,
    [actor.companyId, incident.id, actor.id],
  )
  if (left) record('incident.left', aboutIncident(incident), {})
  return answer(await readIncident(tx, actor, incident.id), { unchanged: !left })
})

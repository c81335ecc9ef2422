import type { Priority } from '@deskhand/contract'
import { writeEntries } from '../../agreements/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about, addActivities, type Entry, type RequestRecord } from '../access.ts'
import { turnAll, withClocks } from '../clocks.ts'

type Work = { tx: Tx; record: RecordEvent }
type Changed = {
  priority?: Priority
  assignedToId?: string | null
  assignedTeamId?: string | null
}
export type SystemChange = { request: RequestRecord; changed: Changed; entry: Entry }

/**
 * Sets priority, person or team of locked requests in Deskhand's own name, with a line in each timeline that says
 * why; for timers and rules. Answers the requests as they are then. That the person may see a confidential request
 * is the caller's business.
 */
export async function changeBySystem(
  { tx, record }: Work,
  steps: readonly SystemChange[],
): Promise<RequestRecord[]> {
  const given = steps.filter(
    ({ request, changed }) => Object.keys(changesBetween(request, changed)).length > 0,
  )
  const turned = await turnAll(
    { tx },
    given.map(({ request, changed }) => ({
      request: { ...request, ...changed },
      happening: { cause: 'request.prioritised', terms: 'PRIORITY' },
    })),
  )
  const rows = given.map(({ request, changed }, at) => {
    const { priority, assignedToId, assignedTeamId } = { ...request, ...changed }
    return { id: request.id, priority, assignedToId, assignedTeamId, ...turned[at]?.columns }
  })
  const { written } = addActivities(
    tx,
    null,
    given.map(({ request, entry }) => ({ request, entry })),
  )
  for (const { request, changed } of given) {
    const changes = changesBetween(request, changed)
    const after = { ...request, ...changed }
    const { priority, assignedToId, assignedTeamId } = after
    if (changes['priority'])
      record('request.prioritised', about(after), { priority }, { priority: changes['priority'] })
    if (changes['assignedToId'] || changes['assignedTeamId'])
      record('request.assigned', about(after), { assignedToId, assignedTeamId }, changes)
  }
  await Promise.all([
    tx.run(update, [tx.whose.companyId, clock.now(), JSON.stringify(rows)]),
    written,
    writeEntries(
      tx,
      turned.flatMap(({ lines }) => lines),
    ),
  ])
  return given.map(({ request, changed }, at) => {
    const next = { ...request, ...changed, version: request.version + 1 }
    const columns = turned[at]?.columns
    return columns ? withClocks(next, columns) : next
  })
}

const update = `
  update app.requests r set priority = c.priority, assigned_to_id = c."assignedToId",
    assigned_team_id = c."assignedTeamId", sla = c.sla::jsonb, sla_due_at = c."slaDueAt",
    sla_at_risk_at = c."slaAtRiskAt", sla_step_at = c."slaStepAt", sla_version = c."slaVersion", updated_at = $2,
    updated_by_id = null, version = r.version + 1
  from jsonb_to_recordset($3::jsonb) as c(id uuid, priority text, "assignedToId" uuid, "assignedTeamId" uuid, sla text,
    "slaDueAt" timestamptz, "slaAtRiskAt" timestamptz, "slaStepAt" timestamptz, "slaVersion" int)
  where r.company_id = $1 and r.id = c.id`

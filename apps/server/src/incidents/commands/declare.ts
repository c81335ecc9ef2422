import { incidents } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { addActivity, isSupervisor, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { isOpen } from '../../requests/rules.ts'
import { aboutIncident } from '../access.ts'
import { readIncident } from '../queries/rows.ts'
import { words } from '../words.ts'

export const declare = handle(incidents.declare, async (inside) => {
  const { tx, actor, body, record } = inside
  const request = await load(inside)
  if (!isSupervisor(actor, request)) throw new Stop('forbidden', words.onlyLead)
  if (request.isConfidential) throw refuseField('request', words.confidential)
  if (!isOpen(request) || request.closedAt) throw new Stop('state', words.settled)
  const site = body.site ? await nameOfSite(tx, body.site) : null
  const id = newId()
  const [made] = await tx.query(insert, [
    actor.companyId,
    id,
    request.id,
    body.title,
    body.message,
    site,
    actor.id,
    actor.name,
    clock.now(),
    request.requesterId,
  ])
  if (!made) throw new Stop('conflict', words.runsAlready)
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: words.declared(actor.name, body.title, site),
    metadata: { event: 'incident_declared' },
  })
  record('incident.declared', aboutIncident({ id, serviceDeskId: request.serviceDeskId }), {})
  return answer(await readIncident(tx, actor, id), { location: `/incidents/major/${id}` })
})

async function load(
  inside: Parameters<typeof loadRequest>[0] & { body: { request: string } },
): Promise<RequestRecord> {
  try {
    return await loadRequest({ ...inside, ifMatch: null }, inside.body.request, { lock: true })
  } catch (thrown) {
    if (thrown instanceof Stop && thrown.code === 'not_found')
      throw refuseField('request', words.noSuchRequest)
    throw thrown
  }
}

/** As most people of that site write it. */
async function nameOfSite(tx: Tx, site: string): Promise<string> {
  const [row] = await tx.query<{ site: string }>(
    `select site from app.people where company_id = $1 and lower(site) = lower($2) and deleted_at is null
     group by site order by count(*) desc limit 1`,
    [tx.whose.companyId, site],
  )
  if (!row) throw refuseField('site', words.noSuchSite)
  return row.site
}

// Whoever asked has it, so they are told as well.
const insert = `
  with made as (
    insert into app.incidents (company_id, id, request_id, title, message, site, declared_by_id, declared_by_name,
      declared_at, affected_count)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
    on conflict (company_id, request_id) where ended_at is null do nothing returning id),
  first as (
    insert into app.incident_affected (company_id, incident_id, person_id, created_at)
    select $1, id, $10, $9 from made)
  select id from made`

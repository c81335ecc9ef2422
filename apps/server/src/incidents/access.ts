import type { Actor } from '../platform/actor.ts'
import type { Db } from '../platform/db/kysely.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import { Stop } from '../platform/stop.ts'
import { isSupervisor, loadRequest, type RequestRecord } from '../requests/access.ts'
import { words } from './words.ts'

export type IncidentRecord = {
  id: string
  requestId: string
  title: string
  endedAt: Date | null
  serviceDeskId: string
}

type Inside = { tx: Tx; db: Db; actor: Actor }

/**
 * Whom an incident `i` concerns, the one rule for who reads of it, who is counted, and who may say that they have it:
 * who works on requests (`$2`), who is of its site, and whoever (`$3`) is counted already, wherever they sit.
 */
export const concerns = `($2 or i.site is null or lower(i.site) = (
    select lower(p.site) from app.people p where p.company_id = $1 and p.id = $3)
  or exists (select from app.incident_affected c
    where c.company_id = $1 and c.incident_id = i.id and c.person_id = $3))`

/** An incident that concerns the reader, locked for a change; the same 404 for others and for none. */
export async function loadIncident(
  { tx, actor }: Pick<Inside, 'tx' | 'actor'>,
  id: string,
  { lock = true }: { lock?: boolean } = {},
): Promise<IncidentRecord> {
  const known = id.toLowerCase()
  const [row] = isUuid(known)
    ? await tx.query<IncidentRecord>(
        `select i.id, i.request_id as "requestId", i.title, i.ended_at as "endedAt", d.id as "serviceDeskId"
         from app.incidents i
         join lateral (select r.service_desk_id as id from app.requests r
           where r.company_id = i.company_id and r.id = i.request_id) d on true
         where i.company_id = $1 and i.id = $4 and ${concerns} ${lock ? 'for update of i' : ''}`,
        [actor.companyId, actor.permissions.has('requests.work'), actor.id, known],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchIncident)
  return row
}

/** A running incident with its request, for who leads the desk of it. The request is locked first, as everywhere. */
export async function loadLed(
  inside: Inside,
  id: string,
): Promise<{ incident: IncidentRecord; request: RequestRecord }> {
  const { tx, actor } = inside
  const known = id.toLowerCase()
  const [found] = isUuid(known)
    ? await tx.query<{ requestId: string }>(
        `select request_id as "requestId" from app.incidents where company_id = $1 and id = $2`,
        [actor.companyId, known],
      )
    : []
  if (!found) throw new Stop('not_found', words.noSuchIncident)
  const request = await loadRequest(inside, found.requestId, { lock: true }).catch((thrown: unknown) => {
    if (thrown instanceof Stop && thrown.code === 'not_found')
      throw new Stop('not_found', words.noSuchIncident)
    throw thrown
  })
  if (!isSupervisor(actor, request)) throw new Stop('forbidden', words.onlyLead)
  const incident = await loadIncident(inside, known)
  if (incident.endedAt) throw new Stop('state', words.over)
  return { incident, request }
}

/** The incident as the subject of an event: without the reference of its request, which not everybody may see. */
export const aboutIncident = ({ id, serviceDeskId }: { id: string; serviceDeskId: string }): Subject => ({
  type: 'incident',
  id,
  deskId: serviceDeskId,
})

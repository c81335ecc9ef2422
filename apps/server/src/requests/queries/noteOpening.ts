import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { about } from '../access.ts'

/** So long one reading lasts: a page that is open reads again whenever something changes. */
const sitting = 3_600_000

type Opened = Parameters<typeof about>[0] & { deskName: string }
type Inside = { tx: Tx; actor: Actor; record: RecordEvent }

/**
 * Writes down who opened a confidential request, once an hour each: with its number for whoever may see that it is there,
 * and for admins without anything that says which it was. Whoever asked reads their own.
 */
export async function noteOpening({ tx, actor, record }: Inside, request: Opened): Promise<void> {
  if (!request.isConfidential || actor.id === request.requesterId) return
  const since = new Date(clock.now().getTime() - sitting)
  const known = await tx.query(
    `select from app.events where company_id = $1 and subject_id = $2 and name = 'request.opened' and actor_id = $3
       and at > $4 limit 1`,
    [actor.companyId, request.id, actor.id, since],
  )
  if (known.length > 0) return
  record('request.opened', about(request), {})
  const { serviceDeskId: id, deskName: ref } = request
  record('desk.confidential_opened', { type: 'desk', id, ref, deskId: id }, {})
}

/** The same for what shows parts of a request: its timeline, its files, the department's own view of it. */
export async function notePartOpened(inside: Inside, requestId: string): Promise<void> {
  const [request] = await inside.tx.query<Opened>(sealed, [inside.actor.companyId, requestId])
  if (request) await noteOpening(inside, request)
}

const sealed = `
  select r.id, r.reference_number as "referenceNumber", r.service_desk_id as "serviceDeskId",
    r.requester_id as "requesterId", r.created_by_id as "createdById", r.assigned_to_id as "assignedToId",
    r.is_confidential as "isConfidential", d.name as "deskName"
  from app.requests r join app.desks d on d.company_id = r.company_id and d.id = r.service_desk_id
  where r.company_id = $1 and r.id = $2 and r.is_confidential`

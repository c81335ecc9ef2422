import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { insertRows } from './insertRows.ts'
import { readsOf } from './reads.ts'
import type { World } from './shapes.ts'

type Event = {
  id: string
  name: 'request.replied' | 'request.moved' | 'request.assigned'
  requestId: string
  actorId: string | null
  actorName: string | null
  activityId: string | null
  from: string | null
  to: string | null
  assignedToId: string | null
  at: Date
}

const days = 14

/**
 * What the inboxes would hold of the last two weeks if the world had been lived and not written: words and moves of the
 * desk for whoever asked; the requester's words, and new work, for whoever has it. Read is what they have seen.
 */
export async function insertNotices(tx: Tx, world: World, companyId: string): Promise<void> {
  const since = new Date(clock.now().getTime() - days * 86_400_000)
  const events = await tx.query<Event>(
    `select id::text, name, subject_id as "requestId", actor_id as "actorId", actor_name as "actorName",
       data ->> 'activityId' as "activityId", data ->> 'from' as "from", data ->> 'to' as "to",
       data ->> 'assignedToId' as "assignedToId", at
     from app.events
     where company_id = $1 and name in ('request.replied', 'request.moved', 'request.assigned') and at > $2
     order by at`,
    [companyId, since],
  )
  const requests = new Map(world.requests.map((request) => [request.id, request]))
  const words = new Map(world.activities.map(({ id, message }) => [id, message]))
  const seen = new Map(
    readsOf(world, companyId).map(({ personId, requestId, readAt }) => [`${personId} ${requestId}`, readAt]),
  )
  const rows = events.flatMap((event) => {
    const request = requests.get(event.requestId)
    if (!request) return []
    return told(event, request)
      .filter(({ personId }) => personId !== event.actorId)
      .map(({ personId, because, kind }) => {
        const readAt = seen.get(`${personId} ${request.id}`)
        return {
          companyId,
          id: newId(),
          personId,
          eventId: event.id,
          kind,
          because,
          requestId: request.id,
          actorName: event.actorName,
          body: words.get(event.activityId ?? '')?.slice(0, 280) ?? null,
          data: event.to ? { from: event.from, to: event.to } : {},
          readAt: readAt && readAt >= event.at ? readAt : null,
          createdAt: event.at,
        }
      })
  })
  await insertRows(tx, 'app.notifications', rows)
}

type Told = { personId: string; kind: string; because: string }

function told({ name, actorId, assignedToId }: Event, request: World['requests'][number]): Told[] {
  const hasIt = request.assignedToId
  if (name === 'request.assigned')
    return hasIt && hasIt === assignedToId
      ? [{ personId: hasIt, kind: 'request_assigned', because: 'has' }]
      : []
  const kind = name.replace('.', '_')
  if (actorId !== request.requesterId) return [{ personId: request.requesterId, kind, because: 'asked' }]
  return hasIt && name === 'request.replied' ? [{ personId: hasIt, kind, because: 'has' }] : []
}

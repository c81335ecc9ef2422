import { type Said, tellsActor, toldOf } from '../notifications/rules.ts'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { newId } from '../platform/ids.ts'
import { insertRows } from './insertRows.ts'
import { readsOf } from './reads.ts'
import type { World } from './shapes.ts'

type Event = {
  id: string
  name: 'request.created' | 'request.replied' | 'request.moved' | 'request.assigned'
  requestId: string
  actorId: string | null
  actorName: string | null
  data: Said
  at: Date
}

const days = 14

/**
 * What the inboxes would hold of receipts, replies, moves and new work of the last two weeks if the world had been lived and not
 * written. Read is what they have seen.
 */
export async function insertNotices(tx: Tx, world: World, companyId: string): Promise<void> {
  const since = new Date(clock.now().getTime() - days * 86_400_000)
  const events = await tx.query<Event>(
    `select id::text, name, subject_id as "requestId", actor_id as "actorId", actor_name as "actorName",
       data, at
     from app.events
     where company_id = $1 and name in ('request.created', 'request.replied', 'request.moved', 'request.assigned') and at > $2
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
    const { activityId, from, to } = event.data
    const isOwn = event.name === 'request.created' && request.requesterId === event.actorId
    const people = toldOf(event, request).people.filter(
      (told) => told.personId !== event.actorId || tellsActor(told),
    )
    // Each once, for the nearest reason.
    return [...new Map(people.toReversed().map((told) => [told.personId, told])).values()].map(
      ({ personId, because, kind }) => {
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
          body: words.get(activityId ?? '')?.slice(0, 280) ?? null,
          data: { ...(to ? { from, to } : {}), ...(isOwn ? { isOwn } : {}) },
          readAt: personId === event.actorId ? event.at : readAt && readAt >= event.at ? readAt : null,
          createdAt: event.at,
        }
      },
    )
  })
  await insertRows(tx, 'app.notifications', rows)
}

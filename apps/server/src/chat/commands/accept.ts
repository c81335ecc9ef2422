import { chat } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivity } from '../../requests/access.ts'
import { give } from '../../requests/commands/assign.ts'
import { move } from '../../requests/commands/move.ts'
import { loadSession, readSession } from '../access.ts'
import { words } from '../words.ts'

/** The first who accepts has the chat, and the request with it where nobody has that yet. */
export const accept = handle(chat.accept, async (inside) => {
  const { tx, actor, params, record } = inside
  const { session, request } = await loadSession(inside, params.id)
  if (!actor.desks.has(request.serviceDeskId)) throw new Stop('forbidden', words.onlyMember)
  if (session.state === 'ENDED') throw new Stop('state', words.over)
  if (session.state === 'ACTIVE') {
    throw new Stop('state', words.taken(session.technicianName ?? ''))
  }
  const now = clock.now()
  await tx.run(
    `update app.chat_sessions set state = 'ACTIVE', technician_id = $3, team_id = null,
       accepted_at = coalesce(accepted_at, $4) where company_id = $1 and id = $2`,
    [actor.companyId, session.id, actor.id, now],
  )
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: words.joined(actor.name),
    metadata: { event: 'chat_accepted', sessionId: session.id },
  })
  record('chat.accepted', about({ ...request, assignedToId: request.assignedToId ?? actor.id }), {
    sessionId: session.id,
    technicianId: actor.id,
  })
  if (request.status === 'SUBMITTED') await move(inside, request, { to: 'IN_PROGRESS' })
  else if (!request.assignedToId && !request.closedAt) await give(inside, request, { assignedToId: actor.id })
  return readSession(inside, session.id)
})

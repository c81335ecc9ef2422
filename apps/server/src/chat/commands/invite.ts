import { chat } from '@deskhand/contract'
import { follow } from '../../participants/commands/add.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivity, isStaff, mustBeAllowed } from '../../requests/access.ts'
import { words as requestWords } from '../../requests/words.ts'
import { loadSession, readSession } from '../access.ts'
import { findColleague } from '../colleague.ts'
import { words } from '../words.ts'

/** Calls a colleague in. Whoever is not of the desk follows the request from then on, without its notes. */
export const invite = handle(chat.invite, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const { session, request } = await loadSession(inside, params.id)
  if (!isStaff(actor, request)) throw new Stop('forbidden', requestWords.onlyDesk)
  if (session.state === 'ENDED') throw new Stop('state', words.over)
  mustBeAllowed('note', actor, request)
  const person = await findColleague(tx, request, body.personId)
  const sees = person.isAtDesk || [request.requesterId, request.createdById].includes(person.id)
  const [known] = await tx.query(
    'select from app.participants where company_id = $1 and request_id = $2 and person_id = $3',
    [request.companyId, request.id, person.id],
  )
  if (!sees && !known) await follow(inside, request, { personId: person.id })
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: words.invited(actor.name, person.name),
    metadata: { event: 'chat_invited', sessionId: session.id, name: person.name },
  })
  record('chat.invited', about(request), { sessionId: session.id, personId: person.id, name: person.name })
  return readSession(inside, session.id)
})

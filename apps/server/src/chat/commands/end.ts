import { chat } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivity, isRequester, isStaff } from '../../requests/access.ts'
import { words as requestWords } from '../../requests/words.ts'
import { loadSession, readSession } from '../access.ts'
import { words } from '../words.ts'

/** Ends the chat; the request stays as it is. `mailTranscript` sends whoever asked what was said. */
export const end = handle(chat.end, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const { session, request } = await loadSession(inside, params.id)
  if (!isStaff(actor, request) && !isRequester(actor, request) && actor.id !== session.startedById) {
    throw new Stop('forbidden', requestWords.onlyDesk)
  }
  if (session.state === 'ENDED') throw new Stop('state', words.over)
  await tx.run(
    `update app.chat_sessions set state = 'ENDED', ended_at = $3 where company_id = $1 and id = $2`,
    [actor.companyId, session.id, clock.now()],
  )
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: words.ended(actor.name),
    metadata: { event: 'chat_ended', sessionId: session.id },
  })
  record('chat.ended', about(request), { sessionId: session.id, mailTranscript: body.mailTranscript })
  return readSession(inside, session.id)
})

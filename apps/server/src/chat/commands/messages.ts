import { chat } from '@deskhand/contract'
import { correctEntry } from '../../entries/commands/correct.ts'
import { withdrawEntry } from '../../entries/commands/withdraw.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { mustBeAllowed } from '../../requests/access.ts'
import { say as write } from '../../requests/commands/comment.ts'
import { readUpToNow } from '../../requests/commands/markRead.ts'
import { readActivity } from '../../requests/queries/activities.ts'
import { findSession, loadSession } from '../access.ts'
import { words } from '../words.ts'

/** What is said in a chat is an entry of its request: by the same rules, in the same history. */
export const say = handle(chat.say, async (inside) => {
  const { session, request } = await loadSession(inside, inside.params.id)
  if (session.state === 'ENDED') throw new Stop('state', words.over)
  mustBeAllowed(inside.body.isInternal ? 'note' : 'comment', inside.actor, request)
  const activityId = await write(inside, request, inside.body)
  return answer(await readActivity(inside.tx, activityId), {
    location: `/requests/${request.id}/activities`,
  })
})

export const correct = handle(chat.correct, async (inside) => {
  const { requestId } = await findSession(inside, inside.params.id)
  const which = { id: requestId, activityId: inside.params.messageId }
  return correctEntry(inside, which, inside.body.message)
})

export const withdraw = handle(chat.withdraw, async (inside) => {
  const { requestId } = await findSession(inside, inside.params.id)
  return withdrawEntry(inside, { id: requestId, activityId: inside.params.messageId })
})

export const read = handle(chat.read, async (inside) => {
  const { requestId } = await findSession(inside, inside.params.id)
  await readUpToNow(inside, requestId)
  return {}
})

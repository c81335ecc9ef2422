import { chat } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readTimeline } from '../../requests/queries/activities.ts'
import { findSession } from '../access.ts'

export const messages = handle(chat.messages, async (inside) => {
  const { params, query } = inside
  const { requestId } = await findSession(inside, params.id)
  return readTimeline(inside, requestId, query)
})

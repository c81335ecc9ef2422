import { chat } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { spotOf, wayOf } from '../../presence/access.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { findSession } from '../access.ts'
import { words } from '../words.ts'

export const typing = handle(chat.typing, async (inside) => {
  const { actor, params, platform, afterCommit } = inside
  const session = await findSession(inside, params.id)
  if (session.state === 'ENDED') throw new Stop('state', words.over)
  const request = await loadRequest(inside, session.requestId)
  const who = { personId: actor.id, name: actor.name, isStaff: isStaff(actor, request) }
  afterCommit(() => platform.board.signal(spotOf(request), who, wayOf(actor), 'replying'))
  return {}
})

import { presence } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { spotOf, wayOf } from '../access.ts'

/** The same as a socket's `look`, for whoever has none. */
export const look = handle(presence.look, async ({ tx, db, actor, params, body, platform, afterCommit }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const worksOnIt = isStaff(actor, request)
  const doing = body.doing === 'noting' && !worksOnIt ? 'looking' : body.doing
  const who = { personId: actor.id, name: actor.name, isStaff: worksOnIt }
  afterCommit(() => platform.board.signal(spotOf(request), who, wayOf(actor), doing))
  return {}
})

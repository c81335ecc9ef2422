import { presence } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { spotOf, wayOf } from '../access.ts'

export const leave = handle(presence.leave, async ({ tx, db, actor, params, platform, afterCommit }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const who = { personId: actor.id, name: actor.name, isStaff: isStaff(actor, request) }
  afterCommit(() => platform.board.signal(spotOf(request), who, wayOf(actor), null))
  return {}
})

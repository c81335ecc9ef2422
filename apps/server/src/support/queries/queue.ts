import { support } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readRows } from '../../requests/queries/list.ts'

/** To be done by me, or by whoever takes it first; what waits for others and what sleeps is nobody's turn. */
export const mine = 'assignee:me,none is:open -status:waiting,action_required -is:snoozed'

export const queue = handle(support.queue, async ({ tx, actor, query, platform }) => {
  const where = actor.desks.size > 0 ? `${mine} desk:mine` : mine
  return readRows({ tx, actor, platform }, { ...query, where, sort: 'slaDueAt' })
})

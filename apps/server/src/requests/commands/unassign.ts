import { requests } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { give } from './assign.ts'

/** Back to the queue; the team keeps looking after it. */
export const unassign = handle(requests.unassign, async (inside) => {
  const { tx, actor, params } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  const changed = await give(inside, request, { assignedToId: null })
  return answerWhole(tx, actor, request, { unchanged: !changed })
})

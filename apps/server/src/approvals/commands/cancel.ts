import { approvals } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { addActivity, isStaff } from '../../requests/access.ts'
import { loadApproval } from '../access.ts'
import { cancel as end } from '../keepUp.ts'
import { readApproval } from '../queries/read.ts'
import { giveBack } from '../settle.ts'
import { words } from '../words.ts'

/** Stops a round; the request goes back to the desk, and is asked anew when work on it begins. */
export const cancel = handle(approvals.cancel, async (inside) => {
  const { tx, actor, params, body } = inside
  const { request, round } = await loadApproval(inside, params.id)
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.onlyDesk)
  if (round.status !== 'PENDING') throw new Stop('state', words.over[round.status])
  await addActivity(tx, request, actor, {
    activityType: 'SYSTEM',
    message: `${words.cancelled(actor.name)} ${body.reason}`,
    metadata: { event: 'approval_cancelled', approvalId: round.id, reason: body.reason },
  })
  await end(inside, request, round, words.reasons.byDesk, body.reason)
  await giveBack(inside, request)
  return readApproval(tx, actor, round.id)
})

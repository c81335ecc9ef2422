import { departments } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { weighLeave } from '../../leave/queries/standing.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { mayAskFor } from '../../requests/commands/mayAskFor.ts'
import { countLeave } from '../../requests/queries/countLeave.ts'
import { words } from '../words.ts'

/** What a leave would come to, before it is asked for. */
export const days = handle(departments.leaveRequests.days, async ({ tx, actor, platform, query }) => {
  const { startDate, endDate, leaveType, onBehalfOfId: personId = actor.id } = query
  if (endDate < startDate) throw refuseField('endDate', 'The last day lies before the first.')
  const type = (await deskFacts(platform, tx)).typeOfKind('LEAVE')
  if (!type) throw new Stop('state', words.notOffered)
  if (personId !== actor.id) await mayAskFor(tx, actor, type.deskId, personId)
  const count = await countLeave(tx, { personId, actorId: actor.id, startDate, endDate })
  if (!leaveType || count.totalDays === 0) return { ...count, years: [], warnings: [] }
  const wanted = { personId, leaveType, startDate, endDate }
  const { years, warnings } = await weighLeave({ tx, platform }, wanted)
  return { ...count, years, warnings }
})

import { calendars } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, forgetCalendarFacts, loadCalendar } from '../access.ts'
import { words } from '../words.ts'

export const remove = handle(
  calendars.remove,
  async ({ tx, actor, params, ifMatch, record, platform, afterCommit }) => {
    const calendar = await loadCalendar({ tx, actor, ifMatch }, params.id, { lock: true })
    if (calendar.isDefault) throw new Stop('state', words.isDefault)
    const { serviceDeskIds, policyCount } = calendar
    const keepers = [
      ...(serviceDeskIds.length > 0 ? [words.desks(serviceDeskIds.length)] : []),
      ...(policyCount > 0 ? [words.policies(policyCount)] : []),
    ]
    if (keepers.length > 0) throw new Stop('state', words.inUse(keepers))
    await tx.run('delete from app.calendars where company_id = $1 and id = $2', [
      actor.companyId,
      calendar.id,
    ])
    afterCommit(() => forgetCalendarFacts(platform, actor.companyId))
    record('calendar.deleted', about(calendar), {})
    return {}
  },
)

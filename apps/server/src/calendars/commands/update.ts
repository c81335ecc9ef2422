import { calendars } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField } from '../../platform/stop.ts'
import { about, forgetCalendarFacts, loadCalendar } from '../access.ts'
import { words } from '../words.ts'
import { save } from './save.ts'

export const update = handle(
  calendars.update,
  async ({ tx, actor, params, body, ifMatch, record, platform, afterCommit }) => {
    const before = await loadCalendar({ tx, actor, ifMatch }, params.id, { lock: true })
    const changes = changesBetween(before, body)
    const fields = Object.keys(changes)
    if (fields.length === 0) return answer(before, { version: before.version, unchanged: true })
    if (before.isDefault && body.isDefault === false) throw refuseField('isDefault', words.stays)
    const after = {
      ...before,
      name: body.name ?? before.name,
      zone: body.zone ?? before.zone,
      week: body.week ?? before.week,
      holidays: body.holidays ?? before.holidays,
      isDefault: body.isDefault ?? before.isDefault,
      serviceDeskIds: body.serviceDeskIds ?? before.serviceDeskIds,
      sites: body.sites ?? before.sites,
    }
    await save(tx, after)
    afterCommit(() => forgetCalendarFacts(platform, actor.companyId))
    record('calendar.updated', about(after), { fields }, changes)
    const calendar = await loadCalendar({ tx, actor }, before.id)
    return answer(calendar, { version: calendar.version })
  },
)

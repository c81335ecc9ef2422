import { calendars } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseField } from '../../platform/stop.ts'
import { about, forgetCalendarFacts, loadCalendar } from '../access.ts'
import { holidaysOf } from '../holidays.ts'
import { words } from '../words.ts'
import { save } from './save.ts'

export const importHolidays = handle(
  calendars.importHolidays,
  async ({ tx, actor, params, body, ifMatch, record, platform, afterCommit }) => {
    const before = await loadCalendar({ tx, actor, ifMatch }, params.id, { lock: true })
    const found = holidaysOf(body.ics, clock.now())
    if (!found) throw refuseField('ics', words.notIcs)
    if (found.holidays.length === 0) {
      const [one, ...others] = found.refused
      throw refuseField('ics', one ? words.nothingFits(one, others.length) : words.noDays)
    }
    const there = new Set(before.holidays.map(({ date }) => date))
    const added = found.holidays.filter(({ date }) => !there.has(date))
    const told = {
      added: added.length,
      known: found.holidays.length - added.length,
      leftOut: found.leftOut,
      refused: found.refused,
    }
    if (added.length === 0)
      return answer({ calendar: before, ...told }, { version: before.version, unchanged: true })
    const holidays = [...before.holidays, ...added].sort((one, other) => one.date.localeCompare(other.date))
    if (holidays.length > 2_000) throw refuseField('ics', words.tooMany)
    await save(tx, { ...before, holidays })
    afterCommit(() => forgetCalendarFacts(platform, actor.companyId))
    record(
      'calendar.updated',
      about(before),
      { fields: ['holidays'] },
      { holidays: [before.holidays.length, holidays.length] },
    )
    const calendar = await loadCalendar({ tx, actor }, before.id)
    return answer({ calendar, ...told }, { version: calendar.version })
  },
)

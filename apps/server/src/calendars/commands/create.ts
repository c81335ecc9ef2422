import { calendars } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about, forgetCalendarFacts, loadCalendar } from '../access.ts'
import { save } from './save.ts'

export const create = handle(calendars.create, async ({ tx, actor, body, record, platform, afterCommit }) => {
  const id = newId()
  await save(tx, { id, ...body })
  afterCommit(() => forgetCalendarFacts(platform, actor.companyId))
  record('calendar.created', about({ id, name: body.name }), {})
  const calendar = await loadCalendar({ tx, actor }, id)
  return answer(calendar, { version: calendar.version, location: `/management/calendars/${id}` })
})

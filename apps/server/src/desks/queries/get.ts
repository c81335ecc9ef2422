import { desks, type ReplyOf } from '@deskhand/contract'
import { calendarFacts } from '../../calendars/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadDesk, noSuchDesk } from '../access.ts'
import { deskColumns } from './columns.ts'
import { hoursOf } from './hours.ts'

type Row = Omit<ReplyOf<typeof desks.get>, 'hours'>

export const get = handle(desks.get, async ({ tx, actor, params, platform }) => {
  const { id } = await loadDesk(platform, tx, params.id)
  const [[desk], calendars] = await Promise.all([
    tx.query<Row>(`select ${deskColumns} from app.desks d where d.company_id = $1 and d.id = $2`, [
      actor.companyId,
      id,
    ]),
    calendarFacts(tx, platform),
  ])
  if (!desk) throw noSuchDesk()
  const hours = hoursOf(calendars.ofDesk(id), clock.now())
  return answer({ ...desk, hours }, { version: desk.version, isTimed: true })
})

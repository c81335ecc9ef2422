import { desks, type ReplyOf } from '@deskhand/contract'
import { calendarFacts } from '../../calendars/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { deskColumns } from './columns.ts'
import { hoursOf } from './hours.ts'

type Row = Omit<ReplyOf<typeof desks.get>, 'hours'>

export const list = handle(desks.list, async ({ tx, actor, platform }) => {
  const [rows, calendars] = await Promise.all([
    tx.query<Row>(
      `select ${deskColumns} from app.desks d where d.company_id = $1 and d.is_active
       order by d.display_order, d.code`,
      [actor.companyId],
    ),
    calendarFacts(tx, platform),
  ])
  const now = clock.now()
  return { data: rows.map((desk) => ({ ...desk, hours: hoursOf(calendars.ofDesk(desk.id), now) })) }
})

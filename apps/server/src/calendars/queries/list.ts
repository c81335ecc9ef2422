import { calendars, type ReplyOf } from '@deskhand/contract'
import { Json } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { calendarRow } from './columns.ts'

export const list = handle(calendars.list, async ({ tx, actor }) => {
  const [row] = await tx.query<{ text: string }>(
    `select json_build_object('data', coalesce(json_agg(${calendarRow} order by c.is_default desc, c.name), '[]'))::text
       as text from app.calendars c where c.company_id = $1`,
    [actor.companyId],
  )
  return new Json<ReplyOf<typeof calendars.list>>(row?.text ?? '')
})

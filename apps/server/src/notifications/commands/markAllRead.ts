import { notifications } from '@deskhand/contract'
import { sql } from 'kysely'
import { clock } from '../../platform/clock/clock.ts'
import { send } from '../../platform/db/send.ts'
import { handle } from '../../platform/http/handle.ts'
import { mine } from '../queries/rows.ts'

export const markAllRead = handle(notifications.markAllRead, async ({ tx, actor }) => {
  // Only what is seen, or the count would tell of what is hidden by now.
  const marked = await send<{ id: string }>(
    tx,
    sql`update app.notifications set read_at = ${clock.now()} where company_id = ${actor.companyId}
      and id in (select n.id from ${mine(actor)} and n.read_at is null) returning id`,
  )
  return { count: marked.length }
})

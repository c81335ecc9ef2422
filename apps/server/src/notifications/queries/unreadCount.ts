import { notifications } from '@deskhand/contract'
import { sql } from 'kysely'
import { send } from '../../platform/db/send.ts'
import { handle } from '../../platform/http/handle.ts'
import { mine } from './rows.ts'

export const unreadCount = handle(notifications.unreadCount, async ({ tx, actor }) => {
  const [row] = await send<{ count: number }>(
    tx,
    sql`select count(*)::int as count from ${mine(actor)} and n.read_at is null`,
  )
  return { count: row?.count ?? 0 }
})

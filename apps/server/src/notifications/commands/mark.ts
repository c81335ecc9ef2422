import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { type NotificationRow, readNotifications } from '../queries/rows.ts'
import { words } from '../words.ts'

/** Marks one of the caller's notifications as read or unread; what they cannot see is not there. */
export async function mark(tx: Tx, actor: Actor, id: string, isRead: boolean): Promise<NotificationRow> {
  const [found] = isUuid(id) ? await readNotifications(tx, actor, sql`n.id = ${id}`, 1) : []
  if (!found) throw new Stop('not_found', words.noSuchNotification)
  if ((found.readAt !== null) === isRead) return found
  const readAt = isRead ? clock.now() : null
  await tx.run('update app.notifications set read_at = $3 where company_id = $1 and id = $2', [
    actor.companyId,
    id,
    readAt,
  ])
  return { ...found, readAt: readAt?.toISOString() ?? null }
}

import { notifications } from '@deskhand/contract'
import { sql } from 'kysely'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { readNotifications } from '../queries/rows.ts'
import { words } from '../words.ts'

/** Takes one out of the caller's inbox for good; what they cannot see is not there. */
export const remove = handle(notifications.remove, async ({ tx, actor, params }) => {
  const id = params.id.toLowerCase()
  const [found] = isUuid(id) ? await readNotifications(tx, actor, sql`n.id = ${id}`, 1) : []
  if (!found) throw new Stop('not_found', words.noSuchNotification)
  await tx.run('delete from app.notifications where company_id = $1 and id = $2', [actor.companyId, id])
  return {}
})

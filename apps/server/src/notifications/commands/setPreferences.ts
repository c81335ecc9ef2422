import { notifications } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { preferencesOf } from '../preferences.ts'
import { words } from '../words.ts'

export const setPreferences = handle(notifications.setPreferences, async ({ tx, actor, body }) => {
  const chosen = preferencesOf(body)
  const { rowCount } = await tx.run(
    'update app.people set notification_preferences = $3 where company_id = $1 and id = $2',
    [actor.companyId, actor.id, JSON.stringify(chosen)],
  )
  if (rowCount === 0) throw new Stop('forbidden', words.noPerson)
  return chosen
})

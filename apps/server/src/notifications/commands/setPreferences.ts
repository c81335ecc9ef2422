import { notifications } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseStale } from '../../platform/http/refuseStale.ts'
import { Stop } from '../../platform/stop.ts'
import { preferencesOf } from '../preferences.ts'
import { readPreferences, withVersion } from '../queries/preferences.ts'
import { words } from '../words.ts'

export const setPreferences = handle(notifications.setPreferences, async ({ tx, actor, body, ifMatch }) => {
  const before = await readPreferences(tx, actor.id, 'for update')
  refuseStale(ifMatch, { version: before.version, current: before, why: words.stale })
  const chosen = preferencesOf(body)
  const { rowCount } = await tx.run(
    'update app.people set notification_preferences = $3 where company_id = $1 and id = $2',
    [actor.companyId, actor.id, JSON.stringify(chosen)],
  )
  if (rowCount === 0) throw new Stop('forbidden', words.noPerson)
  const kept = withVersion(chosen)
  return answer(kept, { version: kept.version })
})

import { notificationKinds, notifications } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { preferencesOf } from '../preferences.ts'
import type { Preferences } from '../rules.ts'
import { words } from '../words.ts'
import { readUnsubscribeToken } from './unsubscribeLink.ts'

/** Mail programs call this when their reader presses "Unsubscribe". The inbox still tells. */
export const unsubscribe = handle(notifications.unsubscribe, async ({ tx, platform, params, enter }) => {
  const { kind, companyId, personId } = readUnsubscribeToken(platform.secret, params.token)
  await enter({ companyId, personId }, { actorId: null, actorName: null, actorKind: 'system' })
  const [person] = await tx.query<{ stored: Partial<Preferences> }>(
    `select p.notification_preferences as stored from app.people p
     join app.companies c on c.company_id = p.company_id and c.state = 'ACTIVE'
     where p.company_id = $1 and p.id = $2 and p.deleted_at is null for update of p`,
    [companyId, personId],
  )
  if (!person) throw new Stop('not_found', words.noSuchLink)
  const { kinds } = preferencesOf(person.stored)
  const chosen = { kinds: { ...kinds, [kind]: { ...kinds[kind], email: false } } }
  await tx.run('update app.people set notification_preferences = $3 where company_id = $1 and id = $2', [
    companyId,
    personId,
    JSON.stringify(chosen),
  ])
  return { kind, label: notificationKinds[kind] }
})

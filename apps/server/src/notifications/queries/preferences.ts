import { notifications } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { preferencesOf } from '../preferences.ts'
import type { Preferences } from '../rules.ts'

export const preferences = handle(notifications.preferences, async ({ tx, actor }) => {
  const [row] = await tx.query<{ stored: Partial<Preferences> }>(
    'select notification_preferences as stored from app.people where company_id = $1 and id = $2',
    [actor.companyId, actor.id],
  )
  return preferencesOf(row?.stored ?? {})
})

import { type Preferences, people } from '@deskhand/contract'
import type { z } from 'zod'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { defaultPreferences } from '../preferences.ts'
import { words } from '../words.ts'

export const setPreferences = handle(people.setPreferences, async ({ tx, actor, body }) => {
  const [row] = await tx.query<{ preferences: Partial<z.output<typeof Preferences>> }>(
    `update app.people set preferences = preferences || $3::jsonb where company_id = $1 and id = $2
     returning preferences`,
    [actor.companyId, actor.id, JSON.stringify(body)],
  )
  if (!row) throw new Stop('forbidden', words.noPerson)
  return { ...defaultPreferences, ...row.preferences }
})

import { type Preferences, people } from '@deskhand/contract'
import type { z } from 'zod'
import { handle } from '../../platform/http/handle.ts'
import { defaultPreferences } from '../preferences.ts'

export const preferences = handle(people.preferences, async ({ tx, actor }) => {
  const [row] = await tx.query<{ preferences: Partial<z.output<typeof Preferences>> }>(
    'select preferences from app.people where company_id = $1 and id = $2',
    [actor.companyId, actor.id],
  )
  return { ...defaultPreferences, ...row?.preferences }
})

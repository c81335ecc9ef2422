import { notifications } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { versionOf } from '../../platform/http/versionOf.ts'
import { preferencesOf } from '../preferences.ts'
import type { Preferences } from '../rules.ts'

/** What somebody is told about, with its version; `for update` where it is about to be changed. */
export async function readPreferences(tx: Tx, personId: string, lock: '' | 'for update' = '') {
  const [row] = await tx.query<{ stored: Partial<Preferences> }>(
    `select notification_preferences as stored from app.people where company_id = $1 and id = $2 ${lock}`,
    [tx.whose.companyId, personId],
  )
  return withVersion(preferencesOf(row?.stored ?? {}))
}

export const withVersion = (chosen: Preferences) => ({ ...chosen, version: versionOf(chosen) })

export const preferences = handle(notifications.preferences, async ({ tx, actor }) => {
  const kept = await readPreferences(tx, actor.id)
  return answer(kept, { version: kept.version })
})

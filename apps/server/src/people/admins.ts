import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/**
 * Holds every admin of the company until commit, before anything that can make one fewer. Whoever acts must
 * still be one when their turn comes, and nobody acts on themselves: so of two who would take each other
 * out, one stays.
 */
export async function holdAdmins(tx: Tx, actor: Actor): Promise<void> {
  const admins = await tx.query<{ id: string }>(
    `select id from app.people where company_id = $1 and is_admin and state = 'ACTIVE' and deleted_at is null
     order by id for update`,
    [actor.companyId],
  )
  if (!admins.some(({ id }) => id === actor.id)) throw new Stop('forbidden', words.noLongerAdmin)
}

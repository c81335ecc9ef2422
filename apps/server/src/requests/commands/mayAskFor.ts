import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

/**
 * Who may ask in another's name: the desk that answers (people call and walk in), the person's own manager,
 * and admins. Somebody who was invited and never came yet can be asked for: newcomers need a laptop first.
 */
export async function mayAskFor(tx: Tx, actor: Actor, deskId: string, personId: string): Promise<void> {
  const [person] = await tx.query<{ name: string; managerId: string | null; state: string }>(
    `select name, manager_id as "managerId", state from app.people
     where company_id = $1 and id = $2 and deleted_at is null`,
    [actor.companyId, personId],
  )
  if (!person) throw refuseField('onBehalfOfId', words.noSuchPerson)
  if (!actor.isAdmin && !actor.desks.has(deskId) && person.managerId !== actor.id) {
    throw new Stop('forbidden', words.notForThem)
  }
  if (person.state === 'BLOCKED') throw refuseField('onBehalfOfId', words.blocked(person))
}

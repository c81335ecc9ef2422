import { type Assignee, assignees } from '@deskhand/contract'
import { loadDesk } from '../../desks/access.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'
import { isAwayNow, loadOf } from './candidates.ts'

export const list = handle(assignees.list, async ({ tx, actor, params, platform }) => {
  const desk = await loadDesk(platform, tx, params.id)
  mustLead(actor, desk.id)
  return { data: await readAssignees(tx, desk.id) }
})

export function mustLead(actor: Actor, deskId: string): void {
  if (!actor.isAdmin && actor.desks.get(deskId) !== 'SUPERVISOR')
    throw new Stop('forbidden', words.onlySupervisor)
}

export const readAssignees = (tx: Tx, deskId: string): Promise<Assignee[]> =>
  tx.query<Assignee>(
    `select p.id as "personId", p.name, m.role, coalesce(g.takes_work, m.role = 'TECHNICIAN') as "takesWork", g.capacity,
       coalesce(g.skills, '{}') as skills, ${loadOf} as load, ${isAwayNow} as "isAway"
     from app.desk_members m
     join app.people p on p.company_id = m.company_id and p.id = m.person_id and p.state = 'ACTIVE' and p.deleted_at is null
     left join app.assignees g on g.company_id = m.company_id and g.person_id = m.person_id and g.desk_id = m.desk_id
     where m.company_id = $1 and m.desk_id = $2 order by p.name, p.id`,
    [tx.whose.companyId, deskId, clock.now()],
  )

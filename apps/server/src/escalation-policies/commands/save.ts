import type { EscalationPolicy } from '@deskhand/contract'
import { checkSteps, policiesGoingBy } from '../../agreements/commands/checkSteps.ts'
import { touchClocks } from '../../calendars/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

type Wanted = Pick<EscalationPolicy, 'id' | 'name' | 'steps'>

/** Writes it whole, new or as its next version; each SLA policy that goes by it must be able to take its steps. */
export async function save(tx: Tx, { id, name, steps }: Wanted): Promise<void> {
  const { companyId } = tx.whose
  const [users, [other]] = await Promise.all([
    policiesGoingBy(tx, id),
    tx.query(
      'select from app.escalation_policies where company_id = $1 and lower(name) = lower($2) and id <> $3',
      [companyId, name, id],
    ),
  ])
  if (other) throw new Stop('conflict', words.taken(name))
  await checkSteps(tx, steps, users, 'steps')
  await Promise.all([
    tx.run(
      `insert into app.escalation_policies (company_id, id, name, steps, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $5)
       on conflict (company_id, id) do update set name = excluded.name, steps = excluded.steps,
         updated_at = excluded.updated_at, version = escalation_policies.version + 1`,
      [companyId, id, name, JSON.stringify(steps), clock.now()],
    ),
    users.length > 0 ? touchClocks(tx) : null,
  ])
}

import type { Priority, SlaTarget } from '@deskhand/contract'
import type { Tx } from '../../platform/db/transaction.ts'
import { refuseField } from '../../platform/stop.ts'
import type { Policy, Step } from '../policy.ts'
import { words } from '../words.ts'

/** What of an SLA policy its steps must fit. */
export type GoingBy = Pick<Policy, 'serviceDeskId' | 'targets'>

/** The SLA policies that go by an escalation policy. */
export const policiesGoingBy = (tx: Tx, escalationPolicyId: string): Promise<GoingBy[]> =>
  tx.query<GoingBy>(
    `select desk_id as "serviceDeskId", targets from app.sla_policies
     where company_id = $1 and escalation_policy_id = $2 and retired_at is null`,
    [tx.whose.companyId, escalationPolicyId],
  )

/** The steps of an escalation policy, which stays until the commit; none without one. */
export async function stepsBy(tx: Tx, escalationPolicyId: string | null): Promise<Step[]> {
  if (escalationPolicyId === null) return []
  const [found] = await tx.query<{ steps: Step[] }>(
    'select steps from app.escalation_policies where company_id = $1 and id = $2 for share',
    [tx.whose.companyId, escalationPolicyId],
  )
  if (!found) throw refuseField('escalationPolicyId', words.noSuchEscalation)
  return found.steps
}

/** Refuses steps that say nothing, or that a policy which goes by them could not take. */
export async function checkSteps(
  tx: Tx,
  steps: readonly Step[],
  policies: readonly GoingBy[],
  field: string,
): Promise<void> {
  const ids = new Set<string>()
  for (const { id, action, target, moment } of steps) {
    if (ids.has(id)) throw refuseField(field, words.twice(id))
    ids.add(id)
    if (action.do === 'REASSIGN' && !action.assignedToId && !action.assignedTeamId)
      throw refuseField(field, words.gives)
    const shortest = Math.min(...policies.map(({ targets }) => longest(targets, target)))
    if (moment.at === 'BEFORE' && moment.minutes >= shortest)
      throw refuseField(field, words.tooEarly(moment.minutes))
  }
  const given = steps.flatMap(({ action }) => (action.do === 'REASSIGN' ? [action] : []))
  if (given.length === 0) return
  const [found] = await tx.query<{ people: boolean; teams: boolean }>(known, [
    tx.whose.companyId,
    given.flatMap(({ assignedToId }) => assignedToId ?? []),
    given.flatMap(({ assignedTeamId }) => assignedTeamId ?? []),
    policies.flatMap(({ serviceDeskId }) => serviceDeskId ?? []),
  ])
  if (!found?.people) throw refuseField(field, words.noSuchPerson)
  if (!found.teams) throw refuseField(field, words.noSuchTeam)
}

const names = {
  FIRST_RESPONSE: 'firstResponse',
  NEXT_RESPONSE: 'nextResponse',
  RESOLUTION: 'resolution',
} as const

/** The longest promise of this target in minutes; a blank resolution is what the kind promises, of any length. */
function longest(targets: Policy['targets'], target: SlaTarget): number {
  const all = (Object.keys(targets) as Priority[]).map((priority) => targets[priority][names[target]])
  if (target === 'RESOLUTION' && all.includes(null)) return Number.POSITIVE_INFINITY
  return Math.max(0, ...all.map((minutes) => minutes ?? 0))
}

/** Whether they work at each of these desks, or at any where none is said. */
const known = `
  select not exists (select from unnest($2::uuid[]) as given(id)
      where not exists (select from app.desk_members m where m.company_id = $1 and m.person_id = given.id)
        or exists (select from unnest($4::uuid[]) desk where not exists (select from app.desk_members m
          where m.company_id = $1 and m.person_id = given.id and m.desk_id = desk))) as people,
    not exists (select from unnest($3::uuid[]) as given(id)
      where not exists (select from app.teams t where t.company_id = $1 and t.id = given.id)
        or exists (select from unnest($4::uuid[]) desk where not exists (select from app.teams t
          where t.company_id = $1 and t.id = given.id and t.desk_id = desk))) as teams`

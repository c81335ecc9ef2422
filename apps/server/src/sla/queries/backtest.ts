import { sla } from '@deskhand/contract'
import { agreementFacts, factsOf, loadPolicy } from '../../agreements/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { tryPolicies } from '../tryPolicies.ts'

/** With the policy against without it. */
export const backtest = handle(sla.backtest, async ({ tx, actor, params, body }) => {
  const policy = await loadPolicy({ tx, actor }, params.id)
  const facts = await agreementFacts(tx)
  const without = facts.policies.filter(({ id }) => id !== policy.id)
  const by = (policies: typeof without) => factsOf(facts, policies, facts.hoursOfType)
  const withIt = [...without, { ...policy, isActive: true }].sort(
    (one, other) => one.position - other.position,
  )
  return answer(await tryPolicies(tx, actor, { now: by(without), tried: by(withIt) }, body.days), {
    unchanged: true,
  })
})

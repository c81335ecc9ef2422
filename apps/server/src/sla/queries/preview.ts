import { sla } from '@deskhand/contract'
import { agreementFacts, factsOf, loadPolicy } from '../../agreements/access.ts'
import { check } from '../../agreements/commands/save.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { tryPolicies } from '../tryPolicies.ts'

const days = 30

/** What would be saved against what holds now. */
export const preview = handle(sla.preview, async ({ tx, actor, body }) => {
  const before = body.policyId ? await loadPolicy({ tx, actor }, body.policyId) : null
  const facts = await agreementFacts(tx)
  const id = before?.id ?? newId()
  const last = Math.max(-1, ...facts.policies.map(({ position }) => position))
  const position = body.policy.position ?? before?.position ?? last + 1
  const wanted = { ...body.policy, id, position, version: (before?.version ?? 0) + 1 }
  const policy = { ...wanted, escalations: await check(tx, wanted) }
  const others = facts.policies.filter((one) => one.id !== id)
  const tried = [...others, policy].sort((one, other) => one.position - other.position)
  const result = await tryPolicies(
    tx,
    actor,
    { now: facts, tried: factsOf(facts, tried, facts.hoursOfType) },
    days,
  )
  return answer(result, { unchanged: true })
})

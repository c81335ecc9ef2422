import { escalationPolicies } from '@deskhand/contract'
import { forgetAgreementFacts } from '../../agreements/access.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about, loadEscalation } from '../access.ts'
import { save } from './save.ts'

export const update = handle(
  escalationPolicies.update,
  async ({ tx, actor, params, body, ifMatch, record, platform, afterCommit }) => {
    const before = await loadEscalation(tx, params.id, { lock: true, ifMatch })
    const changes = changesBetween(before, body)
    const fields = Object.keys(changes)
    if (fields.length === 0) return answer(before, { version: before.version, unchanged: true })
    const { id, name, steps } = Object.assign({ ...before }, body)
    await save(tx, { id, name, steps })
    afterCommit(() => forgetAgreementFacts(platform, actor.companyId))
    record('escalation_policy.updated', about({ id, name }), { fields }, changes)
    const policy = await loadEscalation(tx, id)
    return answer(policy, { version: policy.version })
  },
)

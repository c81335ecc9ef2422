import { agreements } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { about, forgetAgreementFacts, loadPolicy } from '../access.ts'
import { withChanges } from '../policyBody.ts'
import { save } from './save.ts'

export const update = handle(
  agreements.update,
  async ({ tx, actor, params, body, ifMatch, record, platform, afterCommit }) => {
    const before = await loadPolicy({ tx, actor, ifMatch }, params.id, { lock: true })
    const changes = changesBetween(before, body)
    const fields = Object.keys(changes)
    if (fields.length === 0) return answer(before, { version: before.version, unchanged: true })
    const after = withChanges(before, body)
    await save(tx, after)
    afterCommit(() => forgetAgreementFacts(platform, actor.companyId))
    record('agreement.updated', about(after), { fields }, changes)
    const policy = await loadPolicy({ tx, actor }, before.id)
    return answer(policy, { version: policy.version })
  },
)

import { agreements } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about, forgetAgreementFacts, loadPolicy } from '../access.ts'
import { save } from './save.ts'

export const create = handle(
  agreements.create,
  async ({ tx, actor, body, record, platform, afterCommit }) => {
    const id = newId()
    await save(tx, { id, ...body, position: body.position })
    afterCommit(() => forgetAgreementFacts(platform, actor.companyId))
    record('agreement.created', about({ id, name: body.name }), {})
    const policy = await loadPolicy({ tx, actor }, id)
    return answer(policy, { version: policy.version, location: `/management/sla-policies/${id}` })
  },
)

import { escalationPolicies } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about, loadEscalation } from '../access.ts'
import { save } from './save.ts'

export const create = handle(escalationPolicies.create, async ({ tx, body, record }) => {
  const id = newId()
  await save(tx, { id, ...body })
  record('escalation_policy.created', about({ id, name: body.name }), {})
  return answer(await loadEscalation(tx, id), { version: 1, location: '/management/escalation-policies' })
})

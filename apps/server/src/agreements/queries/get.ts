import { agreements } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadPolicy } from '../access.ts'

export const get = handle(agreements.get, async ({ tx, actor, params }) => {
  const policy = await loadPolicy({ tx, actor }, params.id)
  return answer(policy, { version: policy.version })
})

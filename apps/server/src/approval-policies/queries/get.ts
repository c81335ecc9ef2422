import { approvalPolicies } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadPolicy } from '../access.ts'
import { readPolicy } from './read.ts'

export const get = handle(approvalPolicies.get, async ({ tx, params }) => {
  const { id, version } = await loadPolicy(tx, params.id)
  return answer(await readPolicy(tx, id), { version })
})

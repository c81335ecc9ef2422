import { escalationPolicies } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { remove } from './commands/remove.ts'
import { update } from './commands/update.ts'
import { list } from './queries/list.ts'

export const escalationPoliciesSlice = slice('escalationPolicies', escalationPolicies, {
  list,
  create,
  update,
  remove,
})

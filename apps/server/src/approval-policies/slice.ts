import { approvalPolicies } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { create } from './commands/create.ts'
import { remove } from './commands/remove.ts'
import { simulate } from './commands/simulate.ts'
import { update } from './commands/update.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'

export const approvalPoliciesSlice = slice('approvalPolicies', approvalPolicies, {
  list,
  create,
  get,
  update,
  remove,
  simulate,
})

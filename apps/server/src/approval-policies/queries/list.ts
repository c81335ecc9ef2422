import { approvalPolicies } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readPolicies } from './read.ts'

export const list = handle(approvalPolicies.list, async ({ tx, query }) => ({
  data: await readPolicies(tx, { retired: query.retired ?? false }),
}))

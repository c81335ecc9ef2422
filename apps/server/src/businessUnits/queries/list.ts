import { businessUnits } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readUnits } from '../access.ts'

export const list = handle(businessUnits.list, async ({ tx, actor }) => ({
  data: await readUnits(tx, actor.companyId),
}))

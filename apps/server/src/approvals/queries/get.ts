import { approvals } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { noSuchApproval } from '../access.ts'
import { readApproval } from './read.ts'

export const get = handle(approvals.get, ({ tx, actor, params }) => {
  const id = params.id.toLowerCase()
  if (!isUuid(id)) throw noSuchApproval()
  return readApproval(tx, actor, id)
})

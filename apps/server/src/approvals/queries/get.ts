import { approvals } from '@deskhand/contract'
import { standingOf } from '../../leave/queries/standing.ts'
import { handle } from '../../platform/http/handle.ts'
import { isUuid } from '../../platform/ids.ts'
import { noSuchApproval } from '../access.ts'
import { answersBeside } from './answers.ts'
import { findApproval } from './read.ts'

export const get = handle(approvals.get, async ({ tx, platform, actor, params }) => {
  const id = params.id.toLowerCase()
  if (!isUuid(id)) throw noSuchApproval()
  const approval = await findApproval(tx, actor, id)
  if (!approval) throw noSuchApproval()
  const [answers, leave] = await Promise.all([
    approval.myVote ? answersBeside(tx, approval) : [],
    standingOf({ tx, platform, actor }, approval.requestId),
  ])
  return { ...approval, answers, leave }
})

import { requests } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest, mustBeAllowed } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { move } from './move.ts'

export const reopen = handle(requests.reopen, async (inside) => {
  const { tx, actor, params, body } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  mustBeAllowed('reopen', actor, request)
  await move(inside, request, { to: 'IN_PROGRESS', reason: body.reason })
  return answerWhole(tx, actor, request)
})

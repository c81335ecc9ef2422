import { requests } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest, mustBeAllowed } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { move } from './move.ts'

export const withdraw = handle(requests.withdraw, async (inside) => {
  const { tx, actor, params, body } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  mustBeAllowed('withdraw', actor, request)
  await move(inside, request, { to: 'RESOLVED', reason: body.reason }, ['requester'])
  return answerWhole(tx, actor, request)
})

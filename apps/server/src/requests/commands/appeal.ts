import { requests } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest, mustBeAllowed } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { move } from './move.ts'

/** Whoever asked wants a rejection looked at again, also where they lead the desk that rejected it. */
export const appeal = handle(requests.appeal, async (inside) => {
  const { tx, actor, params, body } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  mustBeAllowed('appeal', actor, request)
  await move(inside, request, { to: 'IN_REVIEW', reason: body.reason }, ['requester'])
  return answerWhole(tx, actor, request)
})

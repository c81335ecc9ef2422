import { requests } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest } from '../access.ts'
import { answerWhole } from '../queries/whole.ts'
import { move } from './move.ts'

export const transition = handle(requests.transition, async (inside) => {
  const { tx, actor, params, body } = inside
  const request = await loadRequest(inside, params.id, { lock: true })
  const { waitUntil, ...ask } = body
  await move(inside, request, waitUntil ? { ...ask, waitUntil: new Date(waitUntil) } : ask)
  return answerWhole(tx, actor, request)
})

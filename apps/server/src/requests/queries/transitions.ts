import { requests } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest, moversOf } from '../access.ts'
import { waysFrom } from '../moveRules.ts'

export const transitions = handle(requests.transitions, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const ways = waysFrom(request, moversOf(actor, request), clock.now())
  return { data: ways.map(({ to, requires, word }) => ({ to, requires: [...requires], word })) }
})

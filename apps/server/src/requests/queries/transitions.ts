import { type RequestState, requests } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadRequest, moversOf, type RequestRecord } from '../access.ts'
import { isRefusal, waysFrom, wayTo } from '../moveRules.ts'

export const transitions = handle(requests.transitions, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  const ways = waysFrom(request, moversOf(actor, request), clock.now())
  return { data: ways.map(({ to, requires, word }) => ({ to, requires: [...requires], word })) }
})

/** Why this person may not move it there now, or null when they may. */
export function refusalToMove(actor: Actor, request: RequestRecord, to: RequestState): string | null {
  const way = wayTo(to, request, moversOf(actor, request), clock.now())
  return isRefusal(way) ? way.sentence : null
}

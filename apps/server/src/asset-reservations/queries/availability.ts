import { assetReservations } from '@deskhand/contract'
import { isStaff } from '../../assets/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { isFree, nextFree } from '../rules.ts'
import { readLoanThings } from './loanThings.ts'

export const availability = handle(assetReservations.availability, async ({ tx, actor, query }) => {
  const { from, until, except, ...wish } = query
  const isOfDesk = isStaff(actor)
  const all = await readLoanThings(tx, wish, except ?? null)
  const things = all.filter(({ isRequestable }) => isOfDesk || isRequestable)
  const period = { startsAt: new Date(from), endsAt: new Date(until) }
  const shown = things.map((thing) => ({
    assetId: isOfDesk ? thing.id : null,
    assetTag: isOfDesk ? thing.assetTag : null,
    isFree: isFree(thing, period),
    // Of what is long over nobody asks.
    busy: thing.busy
      .filter(
        (busy) => Date.parse(busy.until) > Date.parse(from) && Date.parse(busy.from) < Date.parse(until),
      )
      .map((busy) => ({
        from: new Date(busy.from).toISOString(),
        until: new Date(busy.until).toISOString(),
      })),
  }))
  return {
    freeCount: shown.filter((thing) => thing.isFree).length,
    nextFreeAt: nextFree(things, period)?.toISOString() ?? null,
    things: shown,
  }
})

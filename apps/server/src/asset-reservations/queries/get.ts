import { assetReservations } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadReservation, shownTo } from '../access.ts'

export const get = handle(assetReservations.get, async (inside) => {
  const reservation = await loadReservation(inside, inside.params.id)
  return answer(shownTo(inside.actor, reservation), { version: reservation.version, isTimed: true })
})

import { licences } from '@deskhand/contract'
import { beginOperation } from '../../operations/commands/begin.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { keptLicence, loadSeat } from '../access.ts'
import { words } from '../words.ts'
import { freeSeats } from './freeSeats.ts'

export const free = handle(licences.free, async (inside) => {
  const { tx, actor, params } = inside
  const { id, name } = await keptLicence({ tx, actor }, params.id)
  const seat = await loadSeat(tx, id, params.seatId)
  if (seat.freedAt) throw new Stop('state', words.isFreed)
  const operation = await beginOperation(inside, {
    kind: 'licences.free',
    summary: words.summary.freed(name, seat.person?.name ?? seat.asset?.assetTag ?? ''),
    changed: 1,
  })
  await freeSeats({ ...inside, record: operation.record }, { seatId: seat.id }, 'FREED')
  return { ...(await loadSeat(tx, id, seat.id)), operationId: operation.id }
})

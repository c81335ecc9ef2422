import { type StockReservation, stock } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { isOpen } from '../../requests/rules.ts'
import { reservationColumns, reservationSources } from './columns.ts'

export const ofRequest = handle(stock.ofRequest, async (inside) => {
  const { tx, actor, params } = inside
  const request = await loadRequest(inside, params.id)
  const isTheirs = isStaff(actor, request)
  const data = isTheirs
    ? await tx.query<StockReservation>(
        `select ${reservationColumns} ${reservationSources}
         where v.company_id = $1 and v.request_id = $2 order by v.created_at, v.id`,
        [actor.companyId, request.id],
      )
    : []
  return { data, mayReserve: isTheirs && isOpen(request) }
})

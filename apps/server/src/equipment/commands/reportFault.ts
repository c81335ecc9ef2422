import { equipment } from '@deskhand/contract'
import { about } from '../../assets/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { loadOwn, nameOf, readOwn, tellDesk } from '../access.ts'
import { words } from '../words.ts'

/** A request about the thing, which stays as it is: whether it is broken is for the desk to say. */
export const reportFault = handle(equipment.reportFault, async (inside) => {
  const { body, record } = inside
  const asset = await loadOwn(inside, inside.params.id)
  const thing = await nameOf(inside.tx, asset)
  const request = await tellDesk(inside, asset, {
    summary: body.summary,
    description: words.about(thing, body.description ?? body.summary),
  })
  record('asset.fault_reported', about(asset), { requestId: request?.id ?? null })
  return readOwn(inside, asset.id, request?.ref ?? null)
})

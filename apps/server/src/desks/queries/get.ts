import { desks, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadDesk, noSuchDesk } from '../access.ts'
import { deskColumns } from './columns.ts'

export const get = handle(desks.get, async ({ tx, actor, params, platform }) => {
  const { id } = await loadDesk(platform, tx, params.id)
  const [desk] = await tx.query<ReplyOf<typeof desks.get>>(
    `select ${deskColumns} from app.desks d where d.company_id = $1 and d.id = $2`,
    [actor.companyId, id],
  )
  if (!desk) throw noSuchDesk()
  return desk
})

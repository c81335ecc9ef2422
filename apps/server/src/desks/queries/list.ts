import { desks, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { deskColumns } from './columns.ts'

export const list = handle(desks.list, async ({ tx, actor }) => ({
  data: await tx.query<ReplyOf<typeof desks.get>>(
    `select ${deskColumns} from app.desks d where d.company_id = $1 and d.is_active
     order by d.display_order, d.code`,
    [actor.companyId],
  ),
}))

import { desks, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadDesk } from '../access.ts'
import { typeColumns } from './columns.ts'

type RequestType = ReplyOf<typeof desks.requestTypes>['data'][number]

export const requestTypes = handle(desks.requestTypes, async ({ tx, actor, params, platform }) => {
  const { id } = await loadDesk(platform, tx, params.id)
  return {
    data: await tx.query<RequestType>(
      `select ${typeColumns} from app.request_types t
       where t.company_id = $1 and t.desk_id = $2 and t.is_active order by t.display_order, t.name`,
      [actor.companyId, id],
    ),
  }
})

import { desks, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadDesk } from '../access.ts'
import { categoryColumns } from './columns.ts'

type Category = ReplyOf<typeof desks.categories>['data'][number]

export const categories = handle(desks.categories, async ({ tx, actor, params, platform }) => {
  const { id } = await loadDesk(platform, tx, params.id)
  return {
    data: await tx.query<Category>(
      `select ${categoryColumns} from app.categories c
       where c.company_id = $1 and c.desk_id = $2 and c.is_active order by c.display_order, c.name`,
      [actor.companyId, id],
    ),
  }
})

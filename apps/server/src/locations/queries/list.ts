import { type Location, locations } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { locationColumns } from './columns.ts'

/** By their paths, so that what lies in a place comes right after it. */
export const list = handle(locations.list, async ({ tx, actor, query }) => ({
  data: await tx.query<Location>(
    `select ${locationColumns} from app.locations l
     where l.company_id = $1 and ($2 or l.retired_at is null) order by path, l.id`,
    [actor.companyId, query.withRetired ?? false],
  ),
}))

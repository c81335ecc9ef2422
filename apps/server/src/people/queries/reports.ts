import { people, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

type Report = ReplyOf<typeof people.reports>['data'][number]

/** Who has the caller as manager, also those who were invited and never came yet; in whose name one may ask. */
export const reports = handle(people.reports, async ({ tx, actor }) => ({
  data: await tx.query<Report>(
    `select id, name, department, site from app.people
     where company_id = $1 and manager_id = $2 and state <> 'BLOCKED' and deleted_at is null
     order by last_name, first_name, id limit 500`,
    [actor.companyId, actor.id],
  ),
}))

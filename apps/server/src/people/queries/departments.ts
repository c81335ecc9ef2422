import { people, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

type Department = ReplyOf<typeof people.departments>['data'][number]

/** A department is what people say they belong to; whoever was removed belongs to none. */
export const departments = handle(people.departments, async ({ tx, actor }) => ({
  data: await tx.query<Department>(
    `select department as name, count(*)::int as "peopleCount" from app.people
     where company_id = $1 and deleted_at is null and department is not null group by department order by department`,
    [actor.companyId],
  ),
}))

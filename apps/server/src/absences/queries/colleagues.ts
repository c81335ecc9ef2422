import { absences, type ReplyIn } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

type Colleague = ReplyIn<typeof absences.colleagues>['data'][number]

/** Twelve at most, the best first: whose name begins so before whose name has it somewhere. Never oneself. */
export const colleagues = handle(absences.colleagues, async ({ tx, actor, query }) => ({
  data: await tx.query<Colleague>(
    `select p.id, p.name, p.department, p.site from app.people p
     where p.company_id = $1 and p.id <> $2 and p.state = 'ACTIVE' and p.deleted_at is null
       and position(lower(ext.unaccent($3)) in lower(ext.unaccent(p.name))) > 0
     order by position(lower(ext.unaccent($3)) in lower(ext.unaccent(p.name))), p.last_name, p.first_name, p.id
     limit 12`,
    [actor.companyId, actor.id, query.q],
  ),
}))

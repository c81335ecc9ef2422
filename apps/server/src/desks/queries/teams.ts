import { desks, type Team } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

/** A team `t`, as everybody reads it. */
export const teamColumns = `t.id, t.desk_id as "serviceDeskId", t.name, t.is_active as "isActive", coalesce(
  (select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.last_name, p.first_name, p.id)
   from app.team_members m
   join app.people p on p.company_id = m.company_id and p.id = m.person_id
   where m.company_id = t.company_id and m.team_id = t.id and p.state = 'ACTIVE' and p.deleted_at is null),
  '[]') as members`

export const teams = handle(desks.teams, async ({ tx, actor }) => ({
  data: await tx.query<Team>(
    `select ${teamColumns} from app.teams t join app.desks d on d.company_id = t.company_id and d.id = t.desk_id
     where t.company_id = $1 order by d.display_order, t.name, t.id`,
    [actor.companyId],
  ),
}))

import { desks, type ReplyOf } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadDesk } from '../access.ts'
import { readMembersVersion } from './membersVersion.ts'

type Member = ReplyOf<typeof desks.members>['data'][number]

/** Who works at the desk; what they have open counts as far as the reader may see it. */
export const members = handle(desks.members, async ({ tx, actor, params, platform }) => {
  const { id } = await loadDesk(platform, tx, params.id)
  const [data, version] = await Promise.all([
    tx.query<Member>(
      `select p.id, p.name, m.role, coalesce(load.open, 0) as "openCount"
       from app.desk_members m
       join app.people p on p.company_id = m.company_id and p.id = m.person_id
       left join (
         select r.assigned_to_id, count(*) as open from app.requests r
         where r.company_id = $1 and r.service_desk_id = $2 and r.deleted_at is null and r.closed_at is null
           and r.status not in ('RESOLVED', 'REJECTED')
         group by r.assigned_to_id) load on load.assigned_to_id = p.id
       where m.company_id = $1 and m.desk_id = $2 and p.state = 'ACTIVE' and p.deleted_at is null
       order by p.last_name, p.first_name, p.id`,
      [actor.companyId, id],
    ),
    readMembersVersion(tx, id),
  ])
  return { data, version }
})
